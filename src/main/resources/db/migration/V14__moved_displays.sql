-- A screen may be moved to the built-in wall, too, which is no row; and a new name of a wall is written here with it.
alter table wall_display add column moved_to varchar(60);
update wall_display set moved_to = (select slug from wall where wall.id = wall_display.wall_id);
alter table wall_display drop column wall_id;
comment on column wall_display.moved_to is 'Slug of the wall it was moved to, wherever its own address leads; null for where it leads.';

-- A note does not change with the data: with such a condition it was never shown.
update wall_slide set within_hours = 0 where kind = 'note';
