-- What an office learns from its requests: repeats and frequent askers, fees, hard cases, dockets, proposals.

-- How requests resemble each other, without opening them: 128 minima of keyed shingles of what was asked.
-- Two requests share as many minima as they share of their words; `bands` find the like ones.
create table requests.likeness (
  request_id bigint primary key references requests.request (id),
  minima int[] not null,
  bands bigint[] not null
);
create index likeness_bands on requests.likeness using gin (bands) with (fastupdate = off);

-- Which field of the catalogue a request is about: by the words of its title, or as somebody said.
create table requests.subject (
  request_id bigint primary key references requests.request (id),
  field text not null, -- the field's name; empty where no matter's words were found
  matter_code text,
  staff_id bigint references accounts.staff (id) -- null: by its words
);

-- 政府信息公开条例 art. 35: reasons for a number and frequency clearly beyond what is reasonable.
create table requests.excessive (
  request_id bigint primary key references requests.request (id),
  ground text not null, -- why it is clearly too many, no personal data
  month_count int not null,
  year_count int not null,
  asked_on date not null,
  outcome text check (outcome in ('reasonable', 'unreasonable')),
  delayed_until date, -- reasonable, but not to be done in time: the period told to the requester
  note text not null default '',
  decided_on date,
  staff_id bigint references accounts.staff (id),
  check ((outcome = 'reasonable') = (delayed_until is not null) or outcome is null)
);

-- A processing fee of one request: one method, never both (国办函〔2020〕109号 art. 3). Amounts in fen.
create table requests.fee_assessment (
  request_id bigint primary key references requests.request (id),
  method text not null check (method in ('items', 'pages')),
  month text not null check (month ~ '^\d{4}-\d{2}$'), -- of the receipt
  item_ordinal int not null, -- which item of its requester at this organ in that month
  pages int, -- of what is to be supplied
  bands jsonb not null,
  amount_fen bigint not null check (amount_fen >= 0),
  article text not null,
  state text not null default 'draft' check (state in
    ('draft', 'proposed', 'approved', 'waived', 'noticed', 'paid', 'lapsed')),
  charges boolean,
  reason text not null default '', -- why it is charged, or not
  assessed_on date not null,
  proposed_by bigint references accounts.staff (id),
  decided_by bigint references accounts.staff (id),
  decided_on date,
  noticed_on date,
  due_on date,
  paid_on date,
  receipt_number text not null default '', -- of the fiscal receipt
  version int not null default 1
);
create index fee_assessment_state on requests.fee_assessment (state, due_on);
create index fee_assessment_paid on requests.fee_assessment (paid_on) where paid_on is not null;

-- 会商: several people on one hard case.
create table requests.panel (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  question text not null,
  result_code text not null default '', -- the answer that is thought of
  meets_on date not null,
  called_at timestamptz not null,
  called_by bigint references accounts.staff (id),
  conclusion text not null default '',
  concluded_at timestamptz,
  concluded_by bigint references accounts.staff (id)
);
create index panel_request on requests.panel (request_id);
create table requests.panel_member (
  panel_id bigint not null references requests.panel (id),
  staff_id bigint not null references accounts.staff (id),
  opinion text not null default '',
  risk text check (risk in ('low', 'middle', 'high')),
  at timestamptz,
  primary key (panel_id, staff_id)
);
create index panel_member_staff on requests.panel_member (staff_id, panel_id);

-- Reconsiderations and suits over disclosure. No party is named: who complained stands in the court's file.
create table requests.docket (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id), -- whose act it is about
  request_id bigint references requests.request (id), -- null: a duty to publish
  duty text not null default '',
  kind text not null check (kind in ('reconsideration', 'litigation')),
  previous_id bigint references requests.docket (id), -- the reconsideration before a suit
  authority text not null,
  case_number text not null default '',
  summary boolean not null default false, -- 简易程序
  told_on date, -- when the complainant came to know of the act
  filed_on date not null,
  received_on date, -- when the papers came to the office
  accepted_on date,
  prolonged boolean not null default false,
  outcome text check (outcome in ('upheld', 'corrected', 'other')),
  decided_on date,
  wrong text[] not null default '{}',
  lesson text not null default '',
  created_at timestamptz not null,
  created_by bigint references accounts.staff (id),
  updated_at timestamptz not null,
  version int not null default 1,
  check ((outcome is null) = (decided_on is null)),
  check (request_id is not null or duty <> '')
);
create index docket_organization on requests.docket (organization_id, filed_on desc, id desc);
create index docket_request on requests.docket (request_id) where request_id is not null;
create index docket_previous on requests.docket (previous_id) where previous_id is not null;

-- 政府信息公开条例 art. 44: what many ask for is put before everybody.
create table requests.proposal (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  kind text not null check (kind in ('column', 'document')),
  title text not null,
  words text[] not null, -- all of them in a title make a request one of the group
  from_day date not null,
  to_day date not null,
  spared int not null, -- requests of the group in that time, save the first
  reason text not null default '',
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  proposed_at timestamptz not null,
  proposed_by bigint references accounts.staff (id),
  decided_on date,
  decided_by bigint references accounts.staff (id),
  decision text not null default '',
  document_id bigint references documents.document (id),
  column_id bigint references documents.site_column (id),
  version int not null default 1
);
create index proposal_organization on requests.proposal (organization_id, id desc);

-- The parts of a split request.
create index request_parent on requests.request (parent_id) where parent_id is not null;
