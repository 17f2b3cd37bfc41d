-- Documents: columns, documents and their editions, reviews, placements, attachments.

create schema documents;

create table documents.site_column (
  id bigint generated always as identity primary key,
  key text not null unique, -- 'field:F05', 'level1:F05-02', 'matter:F05-02-03', 'hand:notices'
  kind text not null check (kind in ('field', 'level1', 'level2', 'hand')),
  parent_id bigint references documents.site_column (id),
  name text not null,
  address text not null unique, -- path on the portal
  field_code text,
  matter_code text, -- set on the column that receives a matter's documents
  description text not null default '',
  column_type text not null default '信息公开目录', -- ColumnType of 政府网站发展指引
  ordinal int not null default 0,
  document_count int not null default 0, -- live documents shown here
  last_published_at timestamptz,
  retired_at timestamptz
);
create index site_column_parent on documents.site_column (parent_id, ordinal);
create index site_column_matter on documents.site_column (matter_code);

-- Addresses that once worked lead on to where the column went.
create table documents.redirect (
  address text primary key,
  target text not null,
  since timestamptz not null
);

create table documents.document (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  index_number text unique,
  live_edition_id bigint,
  working_edition_id bigint,
  first_published_at timestamptz,
  published_at timestamptz, -- shown and sorted by: the first release's, whatever corrections follow
  withdrawn_at timestamptz,
  withdrawal_note text,
  replaced_by_id bigint references documents.document (id),
  readers_limited boolean not null default false, -- drafts only for those named in draft_reader
  created_at timestamptz not null,
  created_by bigint references accounts.staff (id)
);
create index document_organization on documents.document (organization_id, published_at desc, id desc)
  where live_edition_id is not null;
create index document_owner on documents.document (organization_id, id desc);
create index document_recent on documents.document (published_at desc, id desc)
  where live_edition_id is not null;
create index document_replacement on documents.document (replaced_by_id)
  where replaced_by_id is not null;

create table documents.edition (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document (id),
  number int not null,
  state text not null check (state in ('draft', 'inReview', 'returned', 'approved', 'scheduled',
    'published', 'superseded', 'withdrawn', 'abandoned')),
  title text not null default '',
  html text not null default '', -- cleaned on every way in
  text text not null default '',
  summary text not null default '',
  kind text not null default '', -- 通知, 公告, 报告 …
  document_number text not null default '',
  issuing_organ text not null default '',
  source text not null default '',
  keywords text[] not null default '{}',
  subject_class text not null default '',
  written_on date,
  formed_on date, -- the day the clock counts from: made, changed, decided …
  due_on date, -- statutory limit, from the strictest matter it serves
  attribute text not null default 'proactive' check (attribute in ('proactive', 'onRequest', 'notDisclosed')),
  attribute_ground text not null default '',
  attribute_reason text not null default '',
  matter_codes text[] not null default '{}', -- the first is the main one
  column_keys text[] not null default '{}', -- hand-made columns beside them
  correction_note text not null default '', -- said in public when it replaces a live edition
  conceal_previous boolean not null default false, -- what it replaces held something that must not be public
  concealed boolean not null default false, -- a former edition that the public may not read
  publish_at timestamptz, -- scheduled
  take_down_at timestamptz,
  round int not null default 0, -- review round; 0 before the first
  step int not null default 0, -- how many steps of the round are passed
  steps text[] not null default '{}', -- roles of the round in order, fixed when it was sent up
  submitted_by bigint references accounts.staff (id),
  submitted_at timestamptz,
  published_at timestamptz,
  published_by bigint references accounts.staff (id),
  created_at timestamptz not null,
  created_by bigint references accounts.staff (id),
  updated_at timestamptz not null,
  updated_by bigint references accounts.staff (id),
  version int not null default 1,
  unique (document_id, number)
);
alter table documents.document add foreign key (live_edition_id) references documents.edition (id);
alter table documents.document add foreign key (working_edition_id) references documents.edition (id);
create index edition_working on documents.edition (state, due_on)
  where state in ('draft', 'inReview', 'returned', 'approved', 'scheduled');
create index edition_document_number on documents.edition (document_number) where document_number <> '';

create table documents.index_counter (
  organization_id bigint not null references organizations.organization (id),
  year int not null,
  last int not null,
  primary key (organization_id, year)
);

-- Which steps a text passes in a unit; null column: every column without a plan of its own.
create table documents.review_plan (
  organization_id bigint not null references organizations.organization (id),
  column_key text not null default '',
  steps text[] not null, -- roles in order
  changed_at timestamptz not null,
  changed_by bigint references accounts.staff (id),
  primary key (organization_id, column_key)
);

create table documents.review (
  id bigint generated always as identity primary key,
  edition_id bigint not null references documents.edition (id),
  round int not null,
  step int not null,
  role text not null,
  verdict text not null check (verdict in ('approved', 'returned')),
  opinion text not null default '',
  secrecy jsonb, -- what the secrecy review answered
  at timestamptz not null,
  staff_id bigint not null references accounts.staff (id),
  edition_version int not null, -- what they read
  unique (edition_id, round, step)
);

-- A document in a column, for an obligation, by reference. Decided at publishing.
create table documents.placement (
  document_id bigint not null references documents.document (id),
  column_id bigint not null references documents.site_column (id),
  organization_id bigint not null references organizations.organization (id), -- whose duty it serves
  matter_code text,
  main boolean not null default false,
  formed_on date,
  due_on date,
  published_at timestamptz, -- null: not before the public
  primary key (document_id, column_id, organization_id)
);
create index placement_duty on documents.placement (organization_id, matter_code, published_at) include (due_on);
create index placement_released on documents.placement (published_at) include (organization_id, matter_code, due_on)
  where matter_code is not null and published_at is not null;
create index placement_waiting on documents.placement (organization_id, matter_code)
  where matter_code is not null and published_at is null;
create index placement_column on documents.placement (column_id);

-- What lists show: one row for each live document in each column it stands in, ancestors included.
create table documents.showing (
  column_id bigint not null references documents.site_column (id),
  document_id bigint not null references documents.document (id),
  organization_id bigint not null references organizations.organization (id),
  published_at timestamptz not null,
  prefix text not null default '', -- level-2 name, shown in brackets where the list is the level-1 column
  primary key (column_id, document_id, organization_id)
);
create index showing_list on documents.showing (column_id, published_at desc, document_id desc);
create index showing_organization on documents.showing (organization_id, column_id, published_at desc, document_id desc);
create index showing_document on documents.showing (document_id);

create table documents.blob (
  sha256 text primary key, -- the file stands in the store under this name
  size bigint not null,
  media_type text not null,
  stored_at timestamptz not null
);

create table documents.attachment (
  id bigint generated always as identity primary key,
  edition_id bigint not null references documents.edition (id),
  sha256 text not null references documents.blob (sha256),
  name text not null,
  media_type text not null,
  size bigint not null,
  inline boolean not null default false, -- a picture in the text
  ordinal int not null default 0
);
create index attachment_edition on documents.attachment (edition_id, ordinal);
create index attachment_blob on documents.attachment (sha256);

create table documents.draft_reader (
  document_id bigint not null references documents.document (id),
  staff_id bigint references accounts.staff (id),
  organization_id bigint references organizations.organization (id),
  check (num_nonnulls(staff_id, organization_id) = 1)
);
create index draft_reader_document on documents.draft_reader (document_id);

-- A secret link by which a person outside reads one draft.
create table documents.preview_link (
  token_hash text primary key,
  edition_id bigint not null references documents.edition (id),
  note text not null default '',
  created_at timestamptz not null,
  created_by bigint references accounts.staff (id),
  expires_at timestamptz not null,
  revoked_at timestamptz
);

-- Standing of every obligation; kept by assessment, derived from facts, rebuilt at will.

create schema assessment;

create table assessment.standing (
  organization_id bigint not null,
  matter_code text not null,
  field_code text not null,
  level text not null,
  standing text not null check (standing in ('met', 'due', 'late', 'blank', 'notApplicable')),
  documents int not null, -- live documents that serve it
  on_time int not null, -- of those with a limit, released inside it
  timed int not null, -- those with a limit
  last_published_at timestamptz,
  due_on date, -- what is awaited next
  turns_on date, -- the day on which the clock alone changes the standing
  primary key (organization_id, matter_code)
);
create index standing_matter on assessment.standing (matter_code, organization_id);
create index standing_field on assessment.standing (field_code, matter_code, organization_id);
create index standing_turns on assessment.standing (turns_on) where turns_on is not null;

-- The cells of a unit in a field, added up as they change: a heat map of a city reads 40,000 of these
-- and not 1,000,000 cells. What does not apply is counted in its own column and in no other.
create table assessment.tally (
  organization_id bigint not null,
  field_code text not null,
  level text not null,
  met int not null,
  due int not null,
  late int not null,
  blank int not null,
  not_applicable int not null,
  covered int not null, -- with content
  documents int not null,
  on_time int not null,
  timed int not null,
  primary key (organization_id, field_code, level)
);

-- Search: one row for each live document; lists newest first, counts only up to a cap. Texts stand out of
-- line, so that the 2,000 newest matches are read from some fifty pages.

create schema search;

create table search.entry (
  document_id bigint primary key,
  organization_id bigint not null,
  field_codes text[] not null default '{}',
  year int not null,
  published_at timestamptz not null,
  document_number text not null default '',
  index_number text not null default '',
  folded text not null, -- title, number and text as the words were cut from: it confirms a match
  words tsvector not null -- pairs of characters, Latin words; month, field and owner as marks
) with (toast_tuple_target = 128);
alter table search.entry alter column field_codes set storage main,
  alter column document_number set storage main, alter column index_number set storage main;
-- A document has 450 lexemes. Kept aside and sorted in together they cost a fifth; but each search reads
-- what is kept aside, so not more than some fifty documents' worth (1 ms).
create index entry_words on search.entry using gin (words) with (gin_pending_list_limit = 512);
create index entry_published on search.entry (published_at desc, document_id desc);
create index entry_document_number on search.entry (document_number) where document_number <> '';
create index entry_index_number on search.entry (index_number) where index_number <> '';
