-- What a citizen does on the portal: a form begun, words added later, tries counted, the open log.

-- A form begun. What was typed is sealed; whoever holds the secret (cookie or link) finds it again until it
-- expires. Once sent, the sealed text is the receipt's, for a short time.
create table requests.draft (
  id bigint generated always as identity primary key,
  mark text not null unique, -- keyed hash of the secret
  sealed text not null,
  request_id bigint references requests.request (id), -- set once it was sent
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null
);
create index draft_expires on requests.draft (expires_at);
create index draft_request on requests.draft (request_id);

create table requests.draft_file (
  id bigint generated always as identity primary key,
  draft_id bigint not null references requests.draft (id) on delete cascade,
  media_type text not null,
  size bigint not null,
  sha256 text not null, -- of the sealed bytes in the file store
  added_at timestamptz not null
);
create index draft_file_draft on requests.draft_file (draft_id);

-- What the requester added by the progress page: the text of a correction, words with a rating.
create table requests.words (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  kind text not null check (kind in ('correction', 'rating')),
  sealed text, -- null once removed
  at timestamptz not null
);
create index words_request on requests.words (request_id);

-- Why a request is marked for the office to look at twice. None of it is a ground for refusing one.
create table requests.suspicion (
  request_id bigint not null references requests.request (id),
  reason text not null check (reason in ('honeypot', 'address', 'person', 'repeated', 'links', 'fast')),
  primary key (request_id, reason)
);

-- How often something was tried in a stretch of time; marks are keyed hashes, no address is kept.
create table requests.tally (
  mark text not null,
  since timestamptz not null,
  count int not null,
  primary key (mark, since)
);
create index tally_since on requests.tally (since);

-- The log open to all: the office's own words for an answered request.
create table requests.log_entry (
  request_id bigint primary key references requests.request (id),
  title text not null,
  document_id bigint references documents.document (id), -- where the answer was published
  at timestamptz not null,
  staff_id bigint references accounts.staff (id)
);
create index log_entry_document on requests.log_entry (document_id);

-- How often somebody who began to ask found it published.
create table requests.spared (
  document_id bigint not null references documents.document (id),
  on_day date not null,
  count int not null,
  primary key (document_id, on_day)
);

-- Asked after the answer, by telephone or visit.
create table requests.follow_up (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  on_day date not null,
  way text not null check (way in ('call', 'visit', 'message')),
  satisfaction int check (satisfaction between 1 and 5), -- null: not reached, or gave none
  sealed text, -- what was said; null once removed
  staff_id bigint references accounts.staff (id),
  at timestamptz not null
);
create index follow_up_request on requests.follow_up (request_id);
