"""The field mode of the list: whom to visit by city, with targets for fingers."""
