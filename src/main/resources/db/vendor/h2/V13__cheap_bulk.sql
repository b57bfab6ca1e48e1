-- With WRITE_DELAY=0 every step of a sequence is written to the disk before it is used: by 32 that was most of the time
-- that an import took. Numbers that a sudden end leaves unused do no harm.
alter table observation alter column id set cache 16384;

-- H2 gave this foreign key an index of its own, since ours came after it. Made anew, the key uses ours.
execute immediate 'alter table observation drop constraint ' || (select constraint_name
    from information_schema.key_column_usage where table_name = 'OBSERVATION' and column_name = 'CHANGE_ID'
    and constraint_name in (select constraint_name from information_schema.referential_constraints));
alter table observation add constraint observation_has_change foreign key (change_id) references change;
