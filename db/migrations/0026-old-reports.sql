-- Earlier years' reports taken from the files in which they were published.

-- {name, sha256, address}: the file that was read, and where it stood on the web.
alter table annual_report.report add column source jsonb;
alter table annual_report.report add check (origin = 'written' or source is not null);
