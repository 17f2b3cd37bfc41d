-- Ways out beside the ordinary one: with other units' agreement, at once, by the quarter, as an event unfolds.

-- Units asked before joint or sensitive information goes out (M39; 政府信息公开条例 art. 11). Asked again,
-- a unit has a further row; the last one counts.
create table documents.agreement (
  id bigint generated always as identity primary key,
  edition_id bigint not null references documents.edition (id),
  organization_id bigint not null references organizations.organization (id), -- who is asked
  question text not null,
  due_on date not null,
  asked_at timestamptz not null,
  asked_by bigint references accounts.staff (id),
  answer text check (answer in ('agreed', 'withChanges', 'objected')),
  note text not null default '',
  answered_at timestamptz,
  answered_by bigint references accounts.staff (id),
  text_mark text, -- what was read: a later text needs a new answer
  cancelled_at timestamptz,
  cancelled_by bigint references accounts.staff (id),
  check ((answer is null) = (answered_at is null))
);
create index agreement_edition on documents.agreement (edition_id, organization_id, id);
create index agreement_waiting on documents.agreement (organization_id, due_on)
  where answer is null and cancelled_at is null;

-- Where units do not agree, the common superior decides.
create table documents.agreement_decision (
  id bigint generated always as identity primary key,
  edition_id bigint not null references documents.edition (id),
  verdict text not null check (verdict in ('proceed', 'refrain')),
  reason text not null,
  text_mark text not null,
  decided_at timestamptz not null,
  decided_by bigint references accounts.staff (id)
);
create index agreement_decision_edition on documents.agreement_decision (edition_id, id);

-- Released at once, looked at by a second pair of eyes afterwards (M38).
create table documents.urgent_release (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document (id),
  edition_id bigint not null unique references documents.edition (id),
  reason text not null,
  released_at timestamptz not null,
  released_by bigint references accounts.staff (id),
  reviewer_id bigint not null references accounts.staff (id),
  due_at timestamptz not null,
  outcome text check (outcome in ('confirm', 'correct', 'withdraw')),
  note text not null default '',
  reviewed_at timestamptz,
  reviewed_by bigint references accounts.staff (id),
  check ((outcome is null) = (reviewed_at is null))
);
create index urgent_release_waiting on documents.urgent_release (reviewer_id, due_at) where outcome is null;
create index urgent_release_document on documents.urgent_release (document_id, id);

-- What units hand in for a quarter, collated, signed and released together (M36).
create table documents.bundle (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id), -- whose office collates
  year int not null,
  quarter int not null check (quarter between 1 and 4),
  hand_in_by date not null,
  ends_on date not null,
  source text not null,
  state text not null default 'open' check (state in ('open', 'collated', 'signed', 'released')),
  note text not null default '',
  collated_at timestamptz,
  collated_by bigint references accounts.staff (id),
  signed_at timestamptz,
  signed_by bigint references accounts.staff (id),
  released_at timestamptz,
  released_by bigint references accounts.staff (id),
  unique (organization_id, year, quarter)
);
create table documents.bundle_item (
  bundle_id bigint not null references documents.bundle (id),
  edition_id bigint not null references documents.edition (id),
  handed_in_at timestamptz not null,
  handed_in_by bigint references accounts.staff (id),
  late boolean not null default false, -- after the day for handing in
  taken_out_at timestamptz, -- urgent: goes out by itself
  taken_out_by bigint references accounts.staff (id),
  taken_out_reason text not null default '',
  primary key (bundle_id, edition_id)
);
create unique index bundle_item_in on documents.bundle_item (edition_id) where taken_out_at is null;

-- One emergency with its updates under one address (M45).
create table documents.event (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  title text not null,
  summary text not null default '',
  level text not null check (level in ('major', 'other')), -- 特别重大、重大 | 其他
  known_at timestamptz not null, -- the clocks count from here
  opened_at timestamptz not null,
  opened_by bigint references accounts.staff (id),
  press_conference_at timestamptz,
  closed_at timestamptz,
  closed_by bigint references accounts.staff (id)
);
create index event_organization on documents.event (organization_id, known_at desc);
create table documents.event_update (
  document_id bigint primary key references documents.document (id), -- one document tells of one event
  event_id bigint not null references documents.event (id),
  added_at timestamptz not null,
  added_by bigint references accounts.staff (id)
);
create index event_update_event on documents.event_update (event_id);
