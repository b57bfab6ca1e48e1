-- What a store needs to go back in: undo, names that have changed, sources that were merged.
alter table change drop constraint change_kind;
alter table change add constraint change_kind check (kind in
    ('bundled', 'import', 'edit', 'restore', 'withdraw', 'demo', 'undo', 'merge', 'rename'));

create table alias (
    record_type varchar(20) not null,
    old_slug varchar(120) not null,
    slug varchar(120) not null,
    merged boolean not null,
    change_id bigint not null references change,
    constraint alias_key primary key (record_type, old_slug),
    constraint alias_record_type check (record_type in
        ('topic', 'source', 'entity', 'estimator', 'indicator', 'policy_event')),
    constraint alias_other_slug check (old_slug <> slug)
);
comment on table alias is 'Slugs that were in use: old addresses and files lead to the slug of today. A slug is never given to another record.';
create index alias_by_slug on alias (record_type, slug);

alter table source add column merged_into bigint references source;
comment on column source.merged_into is 'The source that this one was a duplicate of; its values of today name that one.';
