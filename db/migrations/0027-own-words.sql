-- Words that an office keeps for itself, and what the public site was found to hold when it was read
-- again with them.

create schema wording;

create table wording.own_word (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id), -- binds it and all below
  word text not null check (length(word) between 2 and 30),
  kind text not null check (kind in ('wrong', 'sensitive', 'leaderName')),
  instead text not null default '', -- what to write instead; empty only for what has to be looked at
  reason text not null,
  held_from date not null,
  held_until date check (held_until >= held_from),
  added_by bigint references accounts.staff (id),
  added_at timestamptz not null,
  retired_by bigint references accounts.staff (id),
  retired_at timestamptz,
  retired_reason text
);
create unique index own_word_once on wording.own_word (organization_id, word) where retired_at is null;

-- One reading of all that a unit and those below it have before the public. Goes on from the last
-- document read, whatever happens to the server meanwhile.
create table documents.site_sweep (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  cause text not null check (cause in ('words', 'lexicon', 'person')),
  lexicon_dated_on date not null,
  asked_by bigint references accounts.staff (id),
  asked_at timestamptz not null,
  last_document_id bigint not null default 0,
  documents int not null default 0,
  files int not null default 0,
  unread int not null default 0, -- files that could not be read in full
  found int not null default 0,
  ended_at timestamptz
);
create unique index site_sweep_open on documents.site_sweep (organization_id) where ended_at is null;
create index site_sweep_of on documents.site_sweep (organization_id, id desc);

-- What the last reading of a live document found; masked. A new edition, an answer of a person or the
-- next reading takes it off the list.
create table documents.live_finding (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document (id),
  edition_id bigint not null references documents.edition (id),
  place text not null, -- 'title', 'html', or a file's name and, on the next line, where in it
  kind text not null,
  masked text not null,
  confidence text not null,
  word text,
  advice text,
  found_at timestamptz not null
);
create index live_finding_document on documents.live_finding (document_id);
