"""Every screen, in every size, theme and language: drawn, looked over, and put on one page to look through."""
