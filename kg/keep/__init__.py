"""Keeps a graph safe: copies of it that any store can be made from again."""

from kg.keep.backup import back_up
from kg.keep.manifest import Backup, Content, read_backup
from kg.keep.restore import check_backup, restore_folder, restore_server

__all__ = ["Backup", "Content", "back_up", "check_backup", "read_backup", "restore_folder", "restore_server"]
