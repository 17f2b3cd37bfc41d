-- Files released on their own, as a gazette's issue is, enter the public chain too: their address is no document's.

alter table seals.entry drop column document_id;
alter table seals.entry add column document_id bigint generated always as (
  case when body::jsonb ->> 'address' ~ '^/d/[0-9]+$' then substr(body::jsonb ->> 'address', 4)::bigint end
) stored; -- of /d/12; null for a file on its own
create index entry_document on seals.entry (document_id, number desc);
create index entry_address on seals.entry ((body::jsonb ->> 'address'), number desc) where document_id is null;
