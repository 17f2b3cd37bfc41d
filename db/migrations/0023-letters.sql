-- Letters, opinions, parts withheld and service of requests. What carries personal data is sealed.

-- What an office's letters bear: its mark in the numbers, and who hears the remedy.
create table requests.letterhead (
  organization_id bigint primary key references organizations.organization (id),
  mark text not null, -- 机关代字, before 公复
  authority text not null default '', -- reconsideration authority, where the tree does not tell it
  court text not null default '',
  online_channel text not null default '', -- where an application for reconsideration is handed in online
  updated_at timestamptz not null,
  updated_by bigint references accounts.staff (id)
);

-- An office's own templates; the newest version of a kind counts. Without one the standard text does.
create table requests.letter_template (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  kind text not null,
  edition int not null,
  name text not null,
  sha256 text not null,
  size bigint not null,
  uploaded_at timestamptz not null,
  uploaded_by bigint references accounts.staff (id),
  withdrawn_at timestamptz, -- back to the standard text
  unique (organization_id, kind, edition)
);

create table requests.letter_counter (
  organization_id bigint not null references organizations.organization (id),
  series text not null,
  year int not null,
  last int not null,
  primary key (organization_id, series, year)
);

-- The result of a case as the guide led to it. What was answered and why is sealed: it quotes the case.
create table requests.decision (
  request_id bigint primary key references requests.request (id),
  code text not null,
  grounds text[] not null default '{}', -- codes of what is withheld
  answers jsonb not null, -- question and answer, no free text
  sealed_reasons text, -- null once removed
  decided_at timestamptz not null,
  decided_by bigint references accounts.staff (id),
  version int not null default 1
);

-- Whose opinion is asked: third parties whose rights are touched (art. 32), organs that made it too (art. 34).
create table requests.party (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  role text not null check (role in ('thirdParty', 'coMaker')),
  sealed text, -- name, address, telephone; null once removed
  added_at timestamptz not null,
  added_by bigint references accounts.staff (id),
  asked_on date,
  opinion text check (opinion in ('consents', 'objects', 'silent')),
  opinion_on date,
  sealed_reasons text, -- of the objection
  disclose boolean, -- what the office settled on; null while open
  override boolean not null default false, -- disclosed against an objection for the public interest (art. 15)
  sealed_ruling text, -- why the office settled so
  told_on date, -- the third party was told of content and reasons (art. 32)
  version int not null default 1
);
create index party_request on requests.party (request_id);

create table requests.letter (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  kind text not null,
  state text not null check (state in ('draft', 'review', 'approved', 'issued', 'dropped')),
  number text unique, -- 青府公复〔2026〕3号, once it is issued; forms without a number have none
  party_id bigint references requests.party (id),
  template_id bigint references requests.letter_template (id),
  sealed text, -- what was written into it and, once issued, every field; null once removed
  drafted_at timestamptz not null,
  drafted_by bigint references accounts.staff (id),
  sent_up_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by bigint references accounts.staff (id),
  signed_at timestamptz,
  signed_by bigint references accounts.staff (id),
  returned_reason text not null default '', -- no personal data
  issued_on date,
  issued_by bigint references accounts.staff (id),
  docx_sha256 text, -- of the sealed bytes
  pdf_sha256 text,
  removed_at timestamptz,
  version int not null default 1
);
create index letter_request on requests.letter (request_id, id);

-- A file of which a part is withheld: both versions are kept, sealed.
create table requests.redaction (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  name text not null,
  media_type text not null,
  original_sha256 text not null,
  original_size bigint not null,
  released_sha256 text,
  released_size bigint,
  sealed_marks text, -- what was taken out, with note and ground of each part
  removed_parts int not null default 0,
  added_at timestamptz not null,
  added_by bigint references accounts.staff (id),
  released_at timestamptz,
  released_by bigint references accounts.staff (id),
  dropped_at timestamptz,
  version int not null default 1
);
create index redaction_request on requests.redaction (request_id);

-- How a letter reached the requester, with what proves it.
create table requests.service (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  letter_id bigint not null references requests.letter (id),
  way text not null check (way in ('online', 'email', 'post', 'pickUp', 'fax', 'onSite')),
  posted_on date,
  carrier text check (carrier in ('ems', 'registered')),
  waybill text,
  signed_on date,
  sealed_proof text, -- who signed, to which address it was sent
  proof_sha256 text, -- a sealed picture of the receipt
  proof_name text,
  met_on date not null, -- the day that counts for the limit
  known_on date, -- the day from which the remedies run
  article text not null,
  entered_at timestamptz not null,
  entered_by bigint references accounts.staff (id),
  version int not null default 1
);
create index service_request on requests.service (request_id);
create unique index service_letter on requests.service (letter_id);

alter table requests.event
  add constraint event_party foreign key (party_id) references requests.party (id),
  add constraint event_letter foreign key (letter_id) references requests.letter (id);
