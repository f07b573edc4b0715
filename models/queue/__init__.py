"""Who is called next: claims, customers' figures, fitted cycles, frozen periods."""
