-- Interpretation: what explains a policy, who owes it, what people ask about policies, programmes.
-- A policy is a document; what explains it is a document too, with its own review and release.

create schema interpretation;

-- Which documents need an interpretation. Dated, so that a release is judged by the rule of its day.
create table interpretation.requirement (
  id bigint generated always as identity primary key,
  valid_from date not null,
  valid_until date, -- the last day; null: until further notice
  policy_classes text[] not null default '{}', -- class in the policy library: regulation, normative, other
  kinds text[] not null default '{}', -- kind of the document as typed: 办法, 规定 …
  title_endings text[] not null default '{}', -- 印发《…办法》的通知 counts by what it prints
  organization_kinds text[] not null default '{}', -- of the issuing body; empty: every body
  article text not null,
  set_by bigint references accounts.staff (id),
  check (cardinality(policy_classes) + cardinality(kinds) + cardinality(title_endings) > 0)
);
insert into interpretation.requirement (valid_from, policy_classes, kinds, title_endings, article) values
  -- The endings catch drafts that have no number yet.
  ('2016-11-10', '{regulation,normative}', '{规章,规范性文件,行政规范性文件,办法,规定,细则,实施细则,实施办法}', '{办法,规定,细则}',
   '国办发〔2016〕80号：政策性文件与解读方案、解读材料同步组织、同步审签、同步部署');

-- The share of forms other than written words that each unit should reach.
create table interpretation.target (
  id bigint generated always as identity primary key,
  valid_from date not null unique,
  percent int not null check (percent between 0 and 100),
  counted_forms text[] not null,
  article text not null,
  set_by bigint references accounts.staff (id)
);
insert into interpretation.target (valid_from, percent, counted_forms, article) values
  ('2021-01-01', 60, '{chart,cartoon,audio,video,pressConference,briefing,interview}',
   '地方政务公开工作要点：多元化解读率不低于60%');

create table interpretation.plan_item (
  policy_id bigint not null references documents.document (id),
  form text not null,
  author text not null,
  author_post text not null default '',
  planned_on date not null,
  channel text not null default '',
  set_at timestamptz not null,
  set_by bigint references accounts.staff (id),
  primary key (policy_id, form)
);

-- Signed: this policy goes out without an interpretation, and why.
create table interpretation.exemption (
  policy_id bigint primary key references documents.document (id),
  reason text not null,
  signed_by bigint not null references accounts.staff (id),
  signed_name text not null,
  signed_at timestamptz not null
);

-- What is typed beside a document that explains a policy.
create table interpretation.material (
  document_id bigint primary key references documents.document (id),
  policy_id bigint not null references documents.document (id),
  form text not null,
  follow_up boolean not null default false, -- after the policy took effect, on what people ask
  author text not null default '',
  author_post text not null default '',
  details jsonb not null default '{}', -- what its form needs: transcript, alternative text, guest …
  substance jsonb not null default '{}', -- element → covered | notApplicable, as its author says
  version int not null default 1,
  tied_at timestamptz not null,
  tied_by bigint references accounts.staff (id),
  check (document_id <> policy_id)
);
create index material_policy on interpretation.material (policy_id, document_id);
create index material_form on interpretation.material (form, document_id desc);

-- Who owes an interpretation of what is out, kept as policies and materials come and go.
create table interpretation.duty (
  policy_id bigint primary key references documents.document (id),
  organization_id bigint not null references organizations.organization (id),
  released_on date not null,
  due_on date, -- null: the year's notice of holidays is not loaded
  settled_on date -- the day on which everything planned was out
);
create index duty_open on interpretation.duty (due_on, policy_id) where settled_on is null;

create table interpretation.reprint (
  id bigint generated always as identity primary key,
  policy_id bigint not null references documents.document (id),
  kind text not null check (kind in ('website', 'newMedia', 'press', 'broadcast', 'forwarded', 'meeting')),
  outlet text not null,
  address text not null default '',
  reprinted_on date not null,
  reach int check (reach >= 0), -- readers, viewers, people told; null: not known
  recorded_at timestamptz not null,
  recorded_by bigint references accounts.staff (id)
);
create index reprint_policy on interpretation.reprint (policy_id, reprinted_on desc, id desc);

-- Answers on policies. What is typed and what the public reads are two: a change waits for its review.
create table interpretation.answer (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  policy_id bigint references documents.document (id),
  question text not null,
  answer text not null,
  valid_until date,
  changed_at timestamptz not null,
  changed_by bigint references accounts.staff (id),
  version int not null default 1,
  live_question text,
  live_answer text,
  live_valid_until date,
  reviewed_at timestamptz, -- of what is live
  reviewed_by bigint references accounts.staff (id),
  pending boolean not null default true, -- what is typed was not reviewed yet
  retired_at timestamptz,
  words tsvector -- of what is live
);
create index answer_words on interpretation.answer using gin (words) where retired_at is null;
create index answer_live on interpretation.answer (reviewed_at desc, id desc) where live_question is not null and retired_at is null;
create index answer_policy on interpretation.answer (policy_id) where policy_id is not null;
create index answer_pending on interpretation.answer (organization_id) where pending and retired_at is null;

-- What people ask at the counter, on the telephone, on the net; no word about who asked.
create table interpretation.question (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  policy_id bigint references documents.document (id),
  channel text not null check (channel in ('counter', 'hotline', 'net')),
  asked_on date not null,
  question text not null,
  answer_id bigint references interpretation.answer (id),
  recorded_at timestamptz not null,
  recorded_by bigint references accounts.staff (id)
);
create index question_policy on interpretation.question (policy_id, asked_on desc) where policy_id is not null;
create index question_organization on interpretation.question (organization_id, id desc);

-- Online interviews, policy lectures, questions on radio and television. `live` is what was released.
create table interpretation.programme (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  policy_id bigint references documents.document (id),
  content jsonb not null,
  live jsonb,
  starts_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by bigint references accounts.staff (id),
  released_at timestamptz,
  released_by bigint references accounts.staff (id),
  version int not null default 1
);
create index programme_live on interpretation.programme (starts_at desc, id desc) where live is not null;
create index programme_organization on interpretation.programme (organization_id, id desc);
