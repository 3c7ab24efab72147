"""What was published lately."""
