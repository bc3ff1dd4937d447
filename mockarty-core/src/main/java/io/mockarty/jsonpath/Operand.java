package io.mockarty.jsonpath;

/** What can stand beside an operator of a filter, or alone, or as an argument: its place decides what it must be. */
sealed interface Operand permits Term, Logical {}
