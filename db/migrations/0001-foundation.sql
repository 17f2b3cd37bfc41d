-- Organizations: one tree of governments, departments, towns, villages and enterprises.

create schema organizations;

create table organizations.region (
  code text primary key, -- GB/T 2260: 6 digits to county, 9 to town, 12 to village
  name text not null,
  level text not null check (level in ('province', 'city', 'county', 'township', 'village')),
  parent_code text references organizations.region (code),
  valid_from date not null default '1949-10-01',
  valid_to date,
  successor_code text references organizations.region (code)
);

create table organizations.organization (
  id bigint generated always as identity primary key,
  code text not null unique, -- short, stable, ASCII; part of addresses
  kind text not null check (kind in ('government', 'office', 'department', 'vertical', 'dispatched',
    'township', 'subdistrict', 'village', 'community', 'enterprise')),
  level text not null check (level in ('county', 'township', 'village')),
  name text not null,
  short_name text not null,
  sort_key text not null default '', -- pinyin; collations differ between servers
  parent_id bigint references organizations.organization (id),
  path text not null, -- '/1/7/31/': every ancestor and itself, so that a prefix is a subtree
  region_code text references organizations.region (code),
  credit_code text not null default '', -- unified social credit code, heads the index number
  subject_keys text[] not null default '{}', -- words by which catalogues name this body
  duties text not null default '',
  address text not null default '',
  hours text not null default '',
  telephone text not null default '',
  fax text not null default '',
  email text not null default '',
  postcode text not null default '',
  head_name text not null default '',
  head_title text not null default '',
  ordinal int not null default 0,
  valid_from date not null default '1949-10-01',
  valid_to date,
  successor_id bigint references organizations.organization (id),
  version int not null default 1
);
create index organization_path on organizations.organization (path text_pattern_ops);
create index organization_parent on organizations.organization (parent_id);

-- One site for each government that runs a portal; towns and departments live inside it (国办发〔2017〕47号).
create table organizations.site (
  organization_id bigint primary key references organizations.organization (id),
  name text not null,
  domain text not null default '',
  id_code text not null default '', -- SiteIDCode: region code and four digits
  icp text not null default '',
  police_record text not null default '',
  sponsor text not null default '',
  undertaker text not null default '',
  contact text not null default ''
);

-- Accounts: staff, sessions, roles along the tree, keepers.

create schema accounts;

create table accounts.staff (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  user_name text not null unique,
  name text not null,
  telephone text not null default '',
  password_hash text not null,
  password_set_at timestamptz not null,
  password_must_change boolean not null default false,
  former_hashes text[] not null default '{}',
  totp_sealed text, -- AES-256-GCM under the installation's key
  totp_confirmed_at timestamptz,
  totp_last_step bigint, -- a step once used is refused: no replay
  failures int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1
);
create index staff_organization on accounts.staff (organization_id);

create table accounts.recovery_code (
  staff_id bigint not null references accounts.staff (id),
  code_hash text not null,
  used_at timestamptz,
  primary key (staff_id, code_hash)
);

create table accounts.session (
  id bigint generated always as identity primary key,
  token_hash text not null unique, -- SHA-256; the token itself is only in the cookie
  staff_id bigint not null references accounts.staff (id),
  csrf text not null,
  second_factor boolean not null, -- false: password accepted, TOTP still owed
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ip text not null default '',
  user_agent text not null default '',
  revoked_at timestamptz
);
create index session_staff on accounts.session (staff_id);

create table accounts.role_grant (
  id bigint generated always as identity primary key,
  staff_id bigint not null references accounts.staff (id),
  organization_id bigint not null references organizations.organization (id),
  role text not null check (role in ('clerk', 'sectionHead', 'leader', 'secrecyReviewer', 'signer',
    'disclosureOffice', 'supervisor', 'assessor', 'administrator')),
  granted_by bigint references accounts.staff (id),
  granted_at timestamptz not null,
  revoked_at timestamptz
);
create index role_grant_staff on accounts.role_grant (staff_id) where revoked_at is null;

-- Who looks after a column of a unit, who stands in, and the hand-over when people change.
create table accounts.keeper (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations.organization (id),
  column_key text not null,
  staff_id bigint not null references accounts.staff (id),
  stand_in_id bigint references accounts.staff (id),
  since timestamptz not null,
  until timestamptz,
  handed_over_by bigint references accounts.staff (id),
  note text not null default ''
);
create unique index keeper_now on accounts.keeper (organization_id, column_key) where until is null;

-- Audit: every act, in order, each entry holding the hash of the one before.

create schema audit;

create table audit.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id bigint,
  actor_name text not null,
  organization_id bigint,
  kind text not null, -- the fact: 'documents.editionPublished'
  subject text not null, -- 'document/12': what it was done to
  payload jsonb not null,
  previous_hash text not null,
  hash text not null
);
create index entry_subject on audit.entry (subject, id);
create index entry_organization on audit.entry (organization_id, id);
create index entry_actor on audit.entry (actor_id, id);

-- Calendar: years entered or corrected by an office beside those that ship with the program.

create schema calendar;

create table calendar.year (
  year int primary key,
  off_days date[] not null, -- statutory days off that would else be workdays
  work_days date[] not null, -- make-up workdays at weekends
  source text not null, -- the notice it was taken from
  entered_at timestamptz not null default now()
);

-- Platform: settings of this installation.

create schema platform;

create table platform.setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
