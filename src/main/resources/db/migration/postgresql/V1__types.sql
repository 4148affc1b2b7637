-- The bytes of a file. A bytea is deleted, backed up and permitted with its row, which a large object is not.
create domain file_bytes as bytea;
