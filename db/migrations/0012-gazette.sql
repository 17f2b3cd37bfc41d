-- Gazette: issues compiled from texts before the public, proofread, signed, printed; back issues brought in.

create schema gazette;

create table gazette.gazette (
  organization_id bigint primary key references organizations.organization (id), -- the government whose gazette it is
  title text not null, -- 青穗县人民政府公报
  sponsor text not null default '', -- 主办单位, as the cover names it
  standard_article text not null default '', -- the local rule that makes printed normative documents the standard text
  changed_at timestamptz not null,
  changed_by bigint references accounts.staff (id)
);

create table gazette.issue (
  id bigint generated always as identity primary key,
  organization_id bigint not null references gazette.gazette (organization_id),
  year int not null check (year between 1949 and 2200),
  number int not null check (number between 1 and 366), -- within the year
  total int not null check (total > 0), -- 总第…期
  origin text not null check (origin in ('compiled', 'imported')),
  state text not null check (state in ('planning', 'proofing', 'signed', 'published')),
  published_on date, -- as the cover says
  signing_opinion text not null default '',
  signed_at timestamptz,
  signed_by bigint references accounts.staff (id),
  published_at timestamptz,
  published_by bigint references accounts.staff (id),
  created_at timestamptz not null,
  created_by bigint references accounts.staff (id),
  version int not null default 1,
  unique (organization_id, year, number),
  unique (organization_id, total),
  check ((state = 'published') = (published_at is not null))
);

-- Who had a hand in the choice or the order: none of them signs the issue.
create table gazette.compiler (
  issue_id bigint not null references gazette.issue (id),
  staff_id bigint not null references accounts.staff (id),
  primary key (issue_id, staff_id)
);

-- A text of an issue, pinned to one edition: what is printed is what was read.
create table gazette.entry (
  id bigint generated always as identity primary key,
  issue_id bigint not null references gazette.issue (id),
  document_id bigint not null references documents.document (id),
  edition_id bigint not null references documents.edition (id),
  text_hash text not null, -- of title and text of that edition
  section text not null,
  ordinal int not null, -- within the section
  number int, -- in the issue, given when it is signed: /gazette/2026/3#2
  page int, -- of the printed issue
  picked_at timestamptz not null,
  picked_by bigint references accounts.staff (id),
  kept_against bigint references documents.edition (id), -- a later edition that was looked at and not taken
  kept_reason text not null default '',
  unique (issue_id, document_id)
);
create index entry_document on gazette.entry (document_id);

-- Who read what.
create table gazette.proof_mark (
  id bigint generated always as identity primary key,
  entry_id bigint not null references gazette.entry (id) on delete cascade,
  staff_id bigint references accounts.staff (id),
  at timestamptz not null,
  edition_id bigint not null references documents.edition (id), -- what lay before them
  verdict text not null check (verdict in ('read', 'objection')),
  note text not null default '',
  settled_at timestamptz, -- an objection that was dealt with
  settled_by bigint references accounts.staff (id),
  settled_note text not null default ''
);
create index proof_mark_entry on gazette.proof_mark (entry_id);

-- The issue as readers take it. Made anew when a text left the site; `omitted` are those left out.
create table gazette.reader_file (
  id bigint generated always as identity primary key,
  issue_id bigint not null references gazette.issue (id),
  sha256 text not null, -- in the store
  size bigint not null,
  pages int not null,
  omitted bigint[] not null default '{}', -- entries
  made_at timestamptz not null,
  made_by bigint references accounts.staff (id)
);
create index reader_file_issue on gazette.reader_file (issue_id, id desc);

-- Contents of a back issue, as its table of contents says.
create table gazette.back_item (
  issue_id bigint not null references gazette.issue (id),
  number int not null,
  title text not null,
  document_number text not null default '',
  section text not null default '', -- in its own words
  page int, -- of the file
  primary key (issue_id, number)
);

-- Where words are found: one row for each text of an issue, one for each page of a back issue.
create table gazette.passage (
  issue_id bigint not null references gazette.issue (id),
  place int not null, -- order within the issue
  entry_id bigint references gazette.entry (id), -- null: a page of a back issue
  page int,
  title text not null default '',
  text text not null, -- on one line, as passages are cut from it
  folded text not null,
  words tsvector not null,
  primary key (issue_id, place)
);
create index passage_words on gazette.passage using gin (words);

-- Where an issue went: new media, kiosks, print (M103).
create table gazette.sending (
  id bigint generated always as identity primary key,
  issue_id bigint not null references gazette.issue (id),
  channel text not null check (channel in ('newMedia', 'kiosk', 'print', 'library', 'archive')),
  receiver text not null,
  copies int check (copies > 0),
  link text not null default '',
  sent_on date not null,
  recorded_at timestamptz not null,
  recorded_by bigint references accounts.staff (id)
);
create index sending_issue on gazette.sending (issue_id, id desc);

-- What gazette offers others: where a document was printed.
create view gazette.printed as
select n.document_id, n.edition_id, i.organization_id, i.id as issue_id, i.year, i.number, i.total,
  n.number as entry_number, n.page
from gazette.entry n
join gazette.issue i on i.id = n.issue_id
where i.state = 'published';
