"""What a language is: how its sentences say whether something was done, will be, or is denied."""
