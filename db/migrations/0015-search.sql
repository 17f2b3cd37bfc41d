-- Search in depth: attached files, kinds and validity, terms that help on.

alter table search.entry add column kind text not null default '',
  add column validity text not null default ''; -- '' where the document is no policy
alter table search.entry alter column kind set storage main, alter column validity set storage main;

-- Live documents as the search keeps them, now with their kind; a matter's code begins with its field's.
create or replace view documents.live_text as
select d.id as document_id, d.organization_id, d.index_number, d.published_at, e.title, e.text,
  e.document_number, e.attribute,
  array(select distinct split_part(code, '-', 1) from unnest(e.matter_codes) as code) as field_codes,
  e.kind
from documents.document d
join documents.edition e on e.id = d.live_edition_id
where e.attribute = 'proactive';

-- The files of those documents that a reader can open; pictures in the text are none.
create view documents.live_file as
select d.id as document_id, a.id, a.sha256, a.name, a.size, a.ordinal
from documents.document d
join documents.edition e on e.id = d.live_edition_id
join documents.attachment a on a.edition_id = e.id
where e.attribute = 'proactive' and not a.inline;

-- What a file says, by its content: read once, whichever documents carry it. Shown only beside a live file.
create table search.file (
  sha256 text primary key,
  text text not null default '', -- on one line, as written: passages are cut from it
  folded text not null default '', -- as it is found by
  unread text not null default '', -- why nothing could be read
  read_at timestamptz not null
);

-- Words of titles and of the catalogue, with how they sound: a homophone typed leads to the word meant.
-- They only help to ask; what is offered is asked of the index first.
create table search.term (
  term text primary key,
  sound text not null, -- pinyin without tones
  weight int not null -- of the catalogue and the units before words of titles
);
create index term_sound on search.term (sound text_pattern_ops);
create index term_beginning on search.term (term text_pattern_ops);
