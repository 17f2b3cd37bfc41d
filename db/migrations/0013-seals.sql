-- The public chain of releases: hashes only, so that it can be kept for ever and shown to anyone.

create schema seals;

-- One link for each release, correction and withdrawal. `body` is the canonical JSON that anyone can
-- write again from what was published (docs/reference/seals.md); it names the hash of the link before.
create table seals.entry (
  number bigint primary key check (number > 0),
  body text not null,
  hash text not null, -- SHA-256 of body
  document_id bigint generated always as (substr(body::jsonb ->> 'address', 4)::bigint) stored -- of /d/12
);
create index entry_document on seals.entry (document_id, number desc);

-- What opens a link: its salt, and the plain hashes by which a bare text or file is found. Gone as soon
-- as the text may not be read any more: nobody can then try guesses at it against the chain.
create table seals.opening (
  number bigint primary key references seals.entry (number),
  salt text not null,
  text_hash text not null,
  file_hashes text[] not null
);
create index opening_text on seals.opening (text_hash);
create index opening_files on seals.opening using gin (file_hashes);

-- The seal of a day: what is printed, posted, sent to the archive. A day without releases has one too.
create table seals.day (
  day date primary key,
  body text not null, -- canonical JSON: day, first, last, head, previous
  hash text not null, -- SHA-256 of body
  last bigint not null, -- number of the last link up to then; 0 before the first
  sealed_at timestamptz not null
);
