-- Life cycle of a record: limits by law or custom, the negative list, the yearly look at what is kept back,
-- clarifications, and what the archive wants to know.

-- Law and custom as dated rows: a past case is judged by the limit of its day.
create table documents.limit_rule (
  name text not null,
  applies_from date not null,
  amount int not null check (amount between 1 and 400),
  unit text not null check (unit in ('year', 'workingDay', 'calendarDay', 'hour')),
  source text not null, -- the article, or whose rule it is
  set_at timestamptz,
  set_by bigint references accounts.staff (id), -- null: brought by the program
  primary key (name, applies_from)
);
insert into documents.limit_rule (name, applies_from, amount, unit, source) values
  ('reReview', '2019-05-15', 1, 'year', '政府信息公开条例第十八条（条例未定周期，通行做法为每年一次）'),
  ('agreementAnswer', '2019-05-15', 5, 'workingDay', '政府信息公开条例第十一条（条例未定期限，此为平台预设）'),
  ('urgentReview', '2019-05-15', 1, 'workingDay', '三审三校制度的紧急发布程序（未有统一期限，此为平台预设）'),
  ('bundleHandIn', '2019-05-15', 10, 'calendarDay', '基层政务公开季度汇总报送制度：季末前十日报送'),
  ('eventFirst', '2016-11-10', 5, 'hour', '国办发〔2016〕80号：特别重大、重大突发事件最迟5小时内发布权威信息'),
  ('eventPressConference', '2016-11-10', 24, 'hour', '国办发〔2016〕80号：特别重大、重大突发事件24小时内举行新闻发布会'),
  ('eventOther', '2016-07-30', 48, 'hour', '国办发〔2016〕61号：其他政务舆情48小时内予以回应');

-- What an office has determined is not disclosed, on what ground and how far (M6).
create table catalogue.negative_entry (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  category text not null,
  attribute text not null check (attribute in ('onRequest', 'notDisclosed')),
  ground text not null, -- a code of catalogue/negative/grounds.ts
  article text not null, -- as it is written beside the entry
  extent text not null check (extent in ('whole', 'part')),
  extent_note text not null default '', -- which part, and what is disclosed of it
  signs text[] not null default '{}', -- words in a title by which a draft is recognised
  valid_from date not null,
  valid_to date, -- the last day
  ended_reason text not null default '',
  added_at timestamptz not null,
  added_by bigint references accounts.staff (id)
);
create index negative_entry_organization on catalogue.negative_entry (organization_id, valid_to);

-- Each time that a record kept from the public is looked at again (M27). The open one has no outcome.
create table documents.re_review (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document (id),
  edition_id bigint not null references documents.edition (id), -- what was decided not to be disclosed
  due_on date not null,
  outcome text check (outcome in ('keep', 'release', 'change')),
  reason text not null default '',
  decided_at timestamptz,
  decided_by bigint references accounts.staff (id),
  opened_edition_id bigint references documents.edition (id), -- the draft that release or change began
  check ((outcome is null) = (decided_at is null))
);
create unique index re_review_open on documents.re_review (document_id) where outcome is null;
create index re_review_due on documents.re_review (due_on, id) where outcome is null;
create index re_review_document on documents.re_review (document_id, id);
create index re_review_opened on documents.re_review (opened_edition_id) where opened_edition_id is not null;

-- False or incomplete information and what sets it right (M40; 政府信息公开条例 art. 6).
create table documents.clarification (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document (id), -- the clarification
  corrects_id bigint references documents.document (id), -- a document of this site
  rumour text not null default '', -- or what is told elsewhere
  rumour_source text not null default '',
  rumour_seen_on date,
  added_at timestamptz not null,
  added_by bigint references accounts.staff (id),
  check ((corrects_id is not null) <> (rumour <> '')),
  check (corrects_id is null or corrects_id <> document_id)
);
create index clarification_document on documents.clarification (document_id);
create unique index clarification_corrects on documents.clarification (corrects_id, document_id)
  where corrects_id is not null;

-- How a record came to the organ, and where its file lies in the end (M26).
create table documents.record_keeping (
  document_id bigint primary key references documents.document (id),
  origin text not null default 'made' check (origin in ('made', 'obtained')),
  obtained_from text not null default '',
  obtained_on date,
  file_number text not null default '', -- 档号
  retention text check (retention in ('permanent', 'years30', 'years10')), -- 国家档案局令第8号
  archived_on date,
  archived_by bigint references accounts.staff (id),
  changed_at timestamptz not null,
  changed_by bigint references accounts.staff (id),
  check ((archived_on is null) = (file_number = ''))
);
