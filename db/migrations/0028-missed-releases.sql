-- A moment of release that passed without a release, and what an explanation a call for comments needs.

-- What stood in the way at the moment that was set. It holds as long as nobody touches the edition.
create table documents.missed_release (
  edition_id bigint primary key references documents.edition (id),
  edition_version int not null, -- as the miss left it; any later version is past it
  publish_at timestamptz not null, -- the moment that was set
  missed_at timestamptz not null,
  code text not null, -- of the refusal
  params jsonb not null default '{}'
);

-- Whether a draft put out for comment needs an explanation beside it; the latest day that has come holds.
create table interpretation.comment_rule (
  valid_from date primary key,
  is_needed boolean not null,
  title_marks text[] not null, -- words of a title that say it is a draft for comment
  organization_kinds text[] not null default '{}', -- of the issuing body; empty: every body
  article text not null,
  set_by bigint references accounts.staff (id),
  check (cardinality(title_marks) > 0)
);
insert into interpretation.comment_rule (valid_from, is_needed, title_marks, organization_kinds, article) values
  -- Art. 42: townships by reference. Villages decide by another law.
  ('2019-09-01', true, '{征求意见稿,公开征求意见,公开征集意见}',
   '{government,office,department,vertical,dispatched,township,subdistrict}',
   '《重大行政决策程序暂行条例》（国令第713号）第十五条：公开征求意见应当公布决策草案及其说明等材料');
