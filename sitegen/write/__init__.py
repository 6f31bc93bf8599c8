"""Outputs to disk, whole or not at all: a stage is filled beside the published folder and takes its place at once.

Beside the published folder `public` there may be `.public.next`, the stage of a build that runs, or of one that was
killed; and `.public.last`, the site as it was before, at rest until it becomes the next stage. A publishing build goes

    lock.held -> recover.recover -> stage.prepare -> disk.put, disk.drop -> trees.after
              -> one transaction that stores what was built and `Trees` together -> swap.publish

A build that dies before the transaction has changed nothing but a stage, which the next build removes. A build that
dies after it has left a complete site in `.public.next`, which the next `recover` puts in its place.
"""
