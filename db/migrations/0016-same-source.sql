-- What the checks of a text found and a reviewer let pass, and how live texts resemble each other.

-- 政府信息公开 same-source rule and the noise guard stop a text at its submission; a reviewer may let it
-- pass, with a reason that stays. It holds for the document, so that a correction need not ask again.
create table documents.overruling (
  document_id bigint not null references documents.document (id),
  verdict text not null check (verdict in ('workNews', 'misfit', 'copy')),
  about text not null, -- the matter's code; for a copy the document that it repeats, 'document/12'
  reason text not null,
  at timestamptz not null,
  staff_id bigint not null references accounts.staff (id),
  primary key (document_id, verdict, about)
);

-- One row for each live document: by these a saved text finds its like among a million with three
-- lookups. `bands` are 32 keys of a MinHash signature; texts of 60 % same shingles share one in 99 of
-- 100 cases.
create table documents.likeness (
  document_id bigint primary key references documents.document (id),
  document_number text not null,
  title_key text not null, -- the title without marks, spaces and width
  bands bigint[] not null
);
-- Sorted in at once: a lookup that first reads a list of what is pending would grow with it.
create index likeness_bands on documents.likeness using gin (bands) with (fastupdate = off);
create index likeness_title on documents.likeness (title_key);
create index likeness_number on documents.likeness (document_number) where document_number <> '';
