//! What everybody may read: institutions, circulars, directives, the law above them.
