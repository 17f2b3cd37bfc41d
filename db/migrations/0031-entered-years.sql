-- The years of working days that an office enters: the notice of the State Council comes in autumn, a
-- release of the program need not. An entered year comes before a shipped one (amending notices).

-- Nothing ever read or wrote the first form of this table.
drop table calendar.year;
create table calendar.year (
  year int primary key,
  days jsonb not null, -- notices, holidays, make-up days: the whole year as the module knows it
  entered_at timestamptz not null,
  entered_by bigint references accounts.staff (id),
  check ((days ->> 'year')::int = year)
);

-- What could not be counted yet is found by these, so that a year that comes costs what waited for it.
create index placement_uncounted on documents.placement (formed_on, document_id)
  where due_on is null and matter_code is not null and formed_on is not null;
create index edition_uncounted on documents.edition (formed_on, document_id)
  where due_on is null and formed_on is not null and matter_codes <> '{}'
    and state in ('draft', 'inReview', 'returned', 'approved', 'scheduled');
create index request_uncounted on requests.request (unknown_year) where unknown_year is not null;
create index duty_uncounted on interpretation.duty (released_on) where due_on is null;
