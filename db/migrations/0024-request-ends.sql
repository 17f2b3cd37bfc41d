-- How a case ends without a letter written here, and when a case that is over is closed.

-- When a case that is over is closed by itself, so that the rules of retention reach it. A rule of the
-- house: no law sets it, the operator does.
create table requests.closing_rule (
  applies_from date primary key,
  days int not null check (days between 1 and 3650), -- of the calendar, since it was served, lapsed or withdrawn
  source text not null,
  set_at timestamptz,
  set_by bigint references accounts.staff (id)
);
insert into requests.closing_rule (applies_from, days, source) values
  ('2019-05-15', 210, '内部规则（法律未规定）：答复送达满210日，《中华人民共和国行政诉讼法》第四十六条的六个月起诉期限已过，没有未结的复议、诉讼，自动办结');

-- An answer given on paper before the system came, or outside it: what the figures need of it.
create table requests.outside_answer (
  request_id bigint primary key references requests.request (id),
  code text not null, -- of the annual report's table
  article text not null,
  number text not null default '', -- of the letter on paper
  replied_on date not null,
  served_on date,
  way text check (way in ('online', 'email', 'post', 'pickUp', 'fax', 'onSite')),
  source text not null check (source <> ''), -- where the paper lies; no personal data
  recorded_at timestamptz not null,
  recorded_by bigint references accounts.staff (id),
  check (served_on is null or (way is not null and served_on >= replied_on))
);
