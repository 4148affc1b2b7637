-- A letter in the place of one that was sent is no longer taken up by a step of the pathway as its own: its key says so.
update letter set unsent_key = unsent_key || ' again'
where unsent_key is not null and id in (select letter_id from letter_resending);
