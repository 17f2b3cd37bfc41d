-- The work on a request inside the office: who had it, what was checked and searched, who was warned, and
-- how it ended in the archive.

-- Who was given a request, from the first hand to the last.
create table requests.assignment (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  unit_id bigint not null references organizations.organization (id),
  handler_id bigint references accounts.staff (id),
  note text not null default '', -- no personal data
  at timestamptz not null,
  staff_id bigint references accounts.staff (id)
);
create index assignment_request on requests.assignment (request_id, id);

-- Units that work on a request together with the one that leads.
create table requests.co_unit (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  unit_id bigint not null references organizations.organization (id),
  question text not null,
  due_on date not null,
  asked_at timestamptz not null,
  asked_by bigint references accounts.staff (id),
  opinion text not null default '',
  answered_at timestamptz,
  answered_by bigint references accounts.staff (id),
  unique (request_id, unit_id)
);
create index co_unit_unit on requests.co_unit (unit_id, request_id);

-- Art. 29: the three elements. The latest check counts; former ones stay.
create table requests.completeness (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  identity boolean not null, -- name, proof of identity, how to be reached
  description boolean not null, -- by which it can be found
  form boolean not null, -- in which it is wanted
  missing text not null default '', -- all that has to be corrected, told once
  at timestamptz not null,
  staff_id bigint references accounts.staff (id)
);
create index completeness_request on requests.completeness (request_id, id);

-- Where was searched, by whom, with which words, to which end: sealed, since words may name people.
create table requests.search (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  outcome text not null check (outcome in ('found', 'foundInPart', 'notFound')),
  searched_on date not null,
  sealed text, -- null once removed
  at timestamptz not null,
  staff_id bigint references accounts.staff (id)
);
create index search_request on requests.search (request_id, id);

create table requests.note (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  sealed text, -- null once removed
  at timestamptz not null,
  staff_id bigint references accounts.staff (id)
);
create index note_request on requests.note (request_id, id);

-- M61: by which working day of the period a step has to be done. The office sets them; a request is judged
-- by those in force on the day of its receipt.
create table requests.step_limit (
  step text not null,
  applies_from date not null,
  days int not null check (days between 0 and 40),
  source text not null,
  set_at timestamptz,
  set_by bigint references accounts.staff (id),
  primary key (step, applies_from)
);
insert into requests.step_limit (step, applies_from, days, source) values
  ('confirm', '2019-05-15', 1, '《中华人民共和国政府信息公开条例》第三十一条；内部办理时限：收到后1个工作日内与申请人确认'),
  ('register', '2019-05-15', 1, '内部办理时限：收到申请后1个工作日内登记'),
  ('check', '2019-05-15', 7, '《中华人民共和国政府信息公开条例》第三十条：需要补正的，7个工作日内一次性告知'),
  ('assign', '2019-05-15', 3, '内部办理时限：3个工作日内分办'),
  ('search', '2019-05-15', 12, '内部办理时限：12个工作日内完成检索和征求意见'),
  ('draft', '2019-05-15', 16, '内部办理时限：16个工作日内完成答复草拟和合法性审核'),
  ('sign', '2019-05-15', 18, '内部办理时限：18个工作日内签发'),
  ('serve', '2019-05-15', 20, '《中华人民共和国政府信息公开条例》第三十三条');

-- M73: who was warned of which light of which limit, once.
create table requests.alert (
  request_id bigint not null references requests.request (id),
  due_on date not null,
  light text not null check (light in ('yellow', 'orange', 'red', 'overdue')),
  staff_id bigint not null references accounts.staff (id),
  at timestamptz not null,
  primary key (request_id, due_on, light, staff_id)
);
create index alert_staff on requests.alert (staff_id, due_on desc);

-- M70: the file of a case that is over, and where it went.
create table requests.closing (
  request_id bigint primary key references requests.request (id),
  closed_on date not null,
  closed_by bigint references accounts.staff (id),
  archive_number text, -- of the archive that took it over
  archive_place text not null default '',
  archived_on date,
  archived_by bigint references accounts.staff (id),
  particulars_removed_on date,
  enclosures_removed_on date
);
create index closing_particulars on requests.closing (closed_on) where particulars_removed_on is null;
create index closing_enclosures on requests.closing (closed_on) where enclosures_removed_on is null;

-- How long personal data are kept once a case is closed; the operator sets it.
create table requests.retention_rule (
  applies_from date primary key,
  particulars_months int not null check (particulars_months between 6 and 360),
  enclosures_months int not null check (enclosures_months between 6 and 360),
  source text not null,
  set_at timestamptz,
  set_by bigint references accounts.staff (id)
);
insert into requests.retention_rule (applies_from, particulars_months, enclosures_months, source) values
  ('2019-05-15', 120, 24, '《中华人民共和国个人信息保护法》第十九条、第四十七条：保存期限为实现处理目的所必要的最短时间。本系统默认：案卷10年，身份证明材料2年');

-- The desk's filters, each in the order of its list.
create index request_unit on requests.request (unit_id, submitted_on desc, id desc);
create index request_unit_open on requests.request (unit_id, due_on, id) where stage not in ('closed', 'archived');
create index request_handler_all on requests.request (handler_id, submitted_on desc, id desc);
create index request_standing_all on requests.request (standing, submitted_on desc, id desc);
create index request_standing_open on requests.request (standing, due_on, id) where stage not in ('closed', 'archived');
create index request_stage on requests.request (stage, submitted_on desc, id desc);
create index request_door on requests.request (door, submitted_on desc, id desc);

-- Pairs of neighbouring signs: words of two characters are the shortest that people look for, and
-- trigrams, which PostgreSQL brings, do not find them.
create function requests.pairs(words text) returns text[] language sql immutable parallel safe as
  $$ select coalesce(array_agg(distinct substr(lower(words), at, 2)), '{}')
     from generate_series(1, length(words) - 1) as at $$;
create index request_words on requests.request using gin (requests.pairs(number || ' ' || title)) with (fastupdate = off);
