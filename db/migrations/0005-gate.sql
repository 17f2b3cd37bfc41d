-- What the law wants public although it looks like personal data: named, with ground and reason (M44).

-- A finding of the scanner that a person answers for. The value itself is kept as a digest only, so that
-- masking it later leaves nothing of it here.
create table documents.overruled_finding (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document,
  kind text not null,
  value_digest text not null,
  masked text not null,
  -- Why the law wants it public: a code of documents/gate/grounds.ts.
  ground text not null,
  reason text not null,
  staff_id bigint not null references accounts.staff,
  at timestamptz not null,
  unique (document_id, kind, value_digest)
);
