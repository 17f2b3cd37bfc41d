-- Interchange: packages from the office network.

create schema interchange;

-- Keys of those who may hand in packages; what is signed by none of them is refused.
create table interchange.sender (
  id text primary key, -- name in the manifest: oa-2026
  name text not null,
  public_key text not null unique, -- Ed25519, 32 bytes, base64
  organization_id bigint not null references organizations.organization (id), -- for it and the units below
  registered_at timestamptz not null,
  registered_by bigint references accounts.staff (id),
  revoked_at timestamptz
);

-- Every package that was handed in, with its receipt. One id, one answer.
create table interchange.package (
  id bigint generated always as identity primary key,
  package_id text not null unique, -- of the manifest; sha256:… where there is none to read
  sha256 text not null,
  file_name text not null,
  way text not null check (way in ('api', 'folder', 'command')),
  sender_id text references interchange.sender (id),
  organization_id bigint references organizations.organization (id),
  received_at timestamptz not null,
  received_by bigint references accounts.staff (id),
  accepted boolean not null,
  refusal text, -- code of the refusal
  params jsonb not null default '{}'
);
create index package_newest on interchange.package (received_at desc, id desc);
create table interchange.package_document (
  package_id bigint not null references interchange.package (id),
  reference text not null, -- the sender's own
  document_id bigint not null references documents.document (id),
  title text not null,
  primary key (package_id, reference)
);
