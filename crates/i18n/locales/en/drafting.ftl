## Drafting: templates, attachments and warnings
draft-template = Begin from
draft-template-which = Which one is right?
