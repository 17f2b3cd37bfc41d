-- What the examination of a file found, and who signed for what could not be examined or masked.

create table documents.file_scan (
  sha256 text primary key references documents.blob (sha256) on delete cascade,
  scanned boolean not null, -- false: something in it could not be read
  standing int not null, -- findings that keep it from the public
  secret boolean not null, -- marks of secrecy among them
  found int not null,
  findings jsonb not null, -- masked; at most some hundred, the gravest first
  unread jsonb not null,
  columns jsonb not null, -- columns of tables that one click masks
  scanned_at timestamptz not null
);

create table documents.file_signature (
  document_id bigint not null references documents.document (id),
  sha256 text not null, -- the file itself may be gone; who answered for it stays
  staff_id bigint not null references accounts.staff (id),
  reason text not null,
  at timestamptz not null,
  primary key (document_id, sha256)
);
