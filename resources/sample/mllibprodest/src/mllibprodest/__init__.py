"""Interface entre os modelos e a stack."""
