"""Who is told what: post-its and notifications."""
