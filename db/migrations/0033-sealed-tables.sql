-- The rows of typed tables enter the public chain with their document: the hash of each table's CSV file.

-- Plain SHA-256 of the CSV files of its tables, in their order: by these a downloaded file is found.
alter table seals.opening add column table_hashes text[] not null default '{}';
create index opening_tables on seals.opening using gin (table_hashes);

-- Columns of the CSV file and their headings, as they were when the rows were last saved: a heading that a
-- later release words otherwise changes no file that is public already. Null before there are rows.
alter table datasets.dataset add column file_columns jsonb;

-- What is wrong in a table, beside what it is wrong in: a page of the grid then reads its own rows only.
alter table datasets.dataset add column issues jsonb not null default '[]'; -- of the table as a whole
alter table datasets.row add column issues jsonb; -- of the row; null where nothing is
create index row_wrong on datasets.row (dataset_id, ordinal) where issues is not null;
