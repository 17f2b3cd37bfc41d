-- Policies: normative documents with their validity, clean-up rounds, official texts of regulations.

create schema policies;

-- One row for each document that is a policy, from the moment someone says so or it is released.
create table policies.policy (
  document_id bigint primary key references documents.document (id),
  organization_id bigint not null references organizations.organization (id),
  class text not null check (class in ('regulation', 'normative', 'other', 'none')), -- none: a person said it is no policy
  class_by_person boolean not null default false, -- else by the rule, again at each release
  year int, -- of its number, else of writing
  document_number text not null default '',
  number_tail text not null default '', -- 〔2021〕5号: how citations find it
  released_at timestamptz, -- null: not before the public
  effective_on date,
  expires_on date, -- the last day in force
  term_article text not null default '', -- the rule that sets the expiry
  dates_by_person boolean not null default false, -- else as its own text says
  legality_reviewed_on date, -- 合法性审核, 国办发〔2018〕115号
  legality_reviewer text not null default '',
  legality_number text not null default '', -- of the written opinion
  legality_opinion text not null default '',
  -- Kept from its effects and dates; the daily clock turns them.
  repealed_on date,
  repealed_by_id bigint references documents.document (id),
  declared_expired_on date,
  declared_expired_by_id bigint references documents.document (id),
  amended_on date, -- the first of them; amended_by_id is the latest
  amended_by_id bigint references documents.document (id),
  validity text not null default 'inForce' check (validity in
    ('pending', 'inForce', 'amended', 'repealed', 'expired', 'declaredExpired')),
  turns_on date -- the day on which the clock alone changes it
);
-- The library as readers narrow it down; what is withdrawn or a draft has no place in it.
create index policy_library on policies.policy (released_at desc, document_id desc)
  where released_at is not null and class <> 'none';
create index policy_library_class on policies.policy (class, released_at desc, document_id desc)
  where released_at is not null and class <> 'none';
create index policy_library_year on policies.policy (year, released_at desc, document_id desc)
  where released_at is not null and class <> 'none';
create index policy_library_validity on policies.policy (validity, released_at desc, document_id desc)
  where released_at is not null and class <> 'none';
create index policy_turns on policies.policy (turns_on) where turns_on is not null;
create index policy_tail on policies.policy (number_tail) where number_tail <> '';

-- What one document does to another: repeals, declares expired, amends.
create table policies.effect (
  id bigint generated always as identity primary key,
  acting_document_id bigint references documents.document (id), -- null: a document that is not on this site
  acting_text text not null default '', -- its title and number then
  target_document_id bigint not null references documents.document (id),
  kind text not null check (kind in ('repeals', 'declaresExpired', 'amends')),
  scope text not null default '', -- 第三条、第五条, where only a part is touched
  on_day date, -- null: the day on which the acting document takes effect
  active_since timestamptz, -- null: the acting document is not released yet. Stays when its page leaves the site
  made_at timestamptz not null,
  made_by bigint references accounts.staff (id),
  check (acting_document_id is not null or acting_text <> ''),
  check (acting_document_id is distinct from target_document_id),
  unique (acting_document_id, target_document_id)
);
create index effect_target on policies.effect (target_document_id);

-- Document numbers that a live text names. The run holds the characters before the bracket, so that
-- 根据青政发〔2021〕5号 is found by its end.
create table policies.citation (
  document_id bigint not null references documents.document (id),
  tail text not null, -- 〔2021〕5号
  run text not null, -- 根据青政发〔2021〕5号
  primary key (document_id, run)
);
create index citation_tail on policies.citation (tail);

-- How long a normative document lasts where its text sets no day: by place and date, with the article.
create table policies.term (
  region_code text not null, -- the rule reaches every region whose code begins so
  from_on date not null,
  years int not null check (years between 1 and 30),
  trial_years int not null check (trial_years between 1 and 30), -- 试行, 暂行
  article text not null,
  primary key (region_code, from_on)
);
insert into policies.term values
  ('43', '2008-10-01', 5, 2, '《湖南省行政程序规定》第五十一条');

-- A clean-up round: every policy of a range, decided one by one, signed, published.
create table policies.round (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id), -- it reaches the units below
  title text not null,
  ground text not null default '', -- who asked for it
  from_year int not null,
  to_year int not null,
  due_on date not null,
  opened_at timestamptz not null,
  opened_by bigint references accounts.staff (id),
  signed_at timestamptz,
  signed_by bigint references accounts.staff (id),
  result_document_id bigint references documents.document (id),
  published_at timestamptz,
  check (from_year <= to_year)
);
create table policies.round_item (
  round_id bigint not null references policies.round (id),
  document_id bigint not null references documents.document (id),
  decision text check (decision in ('keep', 'amend', 'repeal', 'declareExpired')),
  reason text not null default '',
  decided_at timestamptz,
  decided_by bigint references accounts.staff (id),
  primary key (round_id, document_id),
  check ((decision is null) = (decided_at is null))
);
create index round_item_document on policies.round_item (document_id);
create index round_item_owed on policies.round_item (round_id) where decision is null;

-- The official version of a regulation, as imported, and how our copy compares with it.
create table policies.official_text (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents.document (id),
  source text not null, -- 国家规章库
  source_address text not null default '',
  version_on date, -- the day of the version, as the source says
  text text not null,
  imported_at timestamptz not null,
  imported_by bigint references accounts.staff (id)
);
create index official_text_document on policies.official_text (document_id, id desc);
create table policies.text_check (
  document_id bigint primary key references documents.document (id),
  official_text_id bigint not null references policies.official_text (id),
  edition_id bigint not null references documents.edition (id), -- our copy then
  checked_at timestamptz not null,
  same boolean not null,
  differing int not null,
  articles jsonb not null -- those that differ, with both wordings
);
create index text_check_differing on policies.text_check (document_id) where not same;

-- What policies offers others: a policy as lists, search and the gazette read it.
create view policies.standing as
select p.document_id, p.organization_id, p.class, p.year, p.document_number, p.validity, p.effective_on,
  p.expires_on, p.released_at
from policies.policy p
where p.released_at is not null and p.class <> 'none';
