-- The annual report of an organ (国令第711号 art. 49, 50): its texts, its figures, who signed it, what was published.

create schema annual_report;

-- One version of one year's report. A correction is a version of its own; those before it stay readable.
create table annual_report.report (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  year int not null,
  ordinal int not null, -- 1, then corrections
  publisher text not null check (publisher in ('department', 'township', 'government')),
  state text not null check (state in ('draft', 'checked', 'signed', 'published', 'superseded')),
  origin text not null default 'written' check (origin in ('written', 'imported')),
  overview text not null default '',
  problems text not null default '',
  other text not null default '',
  tables jsonb, -- {t2, t3, t4} from the moment it is checked; before that they are counted at each reading
  children jsonb, -- which reports were summed: [{organizationId, reportId, hash}], from then on too
  published jsonb, -- the report as published, word for word
  hash text, -- sha256 of it
  published_on date,
  reason text not null default '', -- why it was corrected, or sent back
  opened_at timestamptz not null,
  opened_by bigint references accounts.staff (id),
  written_by bigint[] not null default '{}', -- everyone who changed a word or a figure
  checked_at timestamptz,
  checked_by bigint references accounts.staff (id),
  signed_at timestamptz,
  signed_by bigint references accounts.staff (id),
  published_at timestamptz,
  published_by bigint references accounts.staff (id),
  version int not null default 1,
  unique (organization_id, year, ordinal),
  check (state not in ('published', 'superseded') or (published is not null and hash is not null))
);
create unique index report_open on annual_report.report (organization_id, year)
  where state in ('draft', 'checked', 'signed');
create unique index report_published on annual_report.report (organization_id, year)
  where state = 'published';

-- What no case tells: figures that a unit enters with its evidence, and corrections of counted ones.
create table annual_report.entry (
  report_id bigint not null references annual_report.report (id),
  cell text not null, -- t2/permits/decisions
  amount numeric(16, 6) not null, -- put to what is counted
  reason text not null check (reason <> ''), -- the evidence, or why the count is corrected
  at timestamptz not null,
  staff_id bigint references accounts.staff (id),
  primary key (report_id, cell)
);

-- What is said about a warning, a jump or a missing unit, so that it may be signed.
create table annual_report.note (
  report_id bigint not null references annual_report.report (id),
  rule text not null, -- V07, jump, missing
  cell text not null,
  note text not null check (note <> ''),
  at timestamptz not null,
  staff_id bigint references accounts.staff (id),
  primary key (report_id, rule, cell)
);

-- Local dates and limits: those of the nearest organization at or above the one that reports.
create table annual_report.local_rule (
  organization_id bigint not null references organizations.organization (id),
  from_on date not null, -- for reports due from this day
  department_day text check (department_day ~ '^\d\d-\d\d$'),
  township_day text check (township_day ~ '^\d\d-\d\d$'),
  government_day text check (government_day ~ '^\d\d-\d\d$'),
  jump_percent int check (jump_percent between 1 and 1000),
  source text not null check (source <> ''), -- the notice that says so
  set_at timestamptz not null,
  set_by bigint references accounts.staff (id),
  primary key (organization_id, from_on)
);
