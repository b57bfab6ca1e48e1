-- Which slug a change replaced by which; aliases are the sum of these.
create table slug_move (
    change_id bigint primary key references change,
    record_type varchar(20) not null,
    old_slug varchar(120) not null,
    slug varchar(120) not null,
    merged boolean not null
);
