"""The pages on which assessors judge, on their own machine: who may ask for them, what they show, what their forms do."""
