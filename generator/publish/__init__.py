"""From staged files to a published site: plan, manifest, atomic swap."""
