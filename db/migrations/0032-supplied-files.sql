-- What goes along with a reply, and replies that were signed and lie about.

-- M69: a file supplied with the reply: whole, as it was handed in or picked in the library. Sealed like
-- everything of a case; what was found in it is masked throughout.
create table requests.supplied_file (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  name text not null, -- empty once personal data were removed
  media_type text not null,
  size bigint not null,
  sealed_sha256 text not null, -- of the sealed bytes; empty once removed
  document_id bigint references documents.document (id), -- of the library, where it was picked there
  scanned boolean not null,
  standing int not null,
  secret boolean not null,
  found int not null,
  findings jsonb not null,
  unread jsonb not null,
  signed_at timestamptz, -- by whoever answers for what was found, or could not be read
  signed_by bigint references accounts.staff (id),
  signed_reason text,
  added_at timestamptz not null,
  added_by bigint references accounts.staff (id),
  dropped_at timestamptz
);
create index supplied_file_request on requests.supplied_file (request_id);

-- M73: how many working days after its signature a reply has to be served. A rule of the house, dated.
create table requests.serving_rule (
  applies_from date primary key,
  days int not null check (days between 0 and 40),
  source text not null,
  set_at timestamptz,
  set_by bigint references accounts.staff (id)
);
insert into requests.serving_rule (applies_from, days, source) values
  ('2019-05-15', 2, '国办公开办函〔2016〕235号：以寄出、签收之日认定是否按期答复；内部办理时限：签发后2个工作日内送达');

-- Of a reply that is signed and not served: since when, and until when it should have been; both null
-- before and after, the second too while a year's holidays are not loaded.
alter table requests.request add column signed_on date, add column serve_by date;
