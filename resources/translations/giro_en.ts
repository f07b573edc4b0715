<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back into the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo skipping, putting off or a change of many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call all the same, with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands, clients, views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reminders for an hour, or again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When everybody is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the day holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review of contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits by city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-its</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a post-it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a break, or come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My working time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin or end the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server, and what waits for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisation: what waits, conflicts, log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept an invitation to the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take my portfolio along on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue, and who is not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days without calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team&apos;s laptops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients in the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese or English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the chosen customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the change or the file under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts, comments to me, what I said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, previous contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked, good example, coach, wrong outcome, please correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a comment; read a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store the comment with the chosen mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store the comment with that mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread again; take the last mark back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer a comment, correct the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters, save one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and down the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along the bars of a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the number to dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write on WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to contact them, and how not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the timeline: search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the timeline: one kind, all kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the timeline: open, or correct a contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the quotes: write one; Enter changes an open one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the pitch notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the outcome by number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose the next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, and on to the next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection; again: another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: potential, forecast, who called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze 5 min, 15 min, 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day, overdue, week, month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days before, after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A working day earlier, later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half an hour earlier, later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another date, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread over working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export, import a calendar file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many a day may hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the notice, then the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send, or save the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other way to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole list, or what it shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these customers in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write about these customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it; on to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List its customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw an own one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received, sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List a figure&apos;s customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct a stretch or a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what was not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day before, the day after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export my working time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolio, accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kinds of rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit this kind; list the customers; return to a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a channel up, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check, then import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the pitch card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the contact form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the queue&apos;s ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the post-its</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the morning page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the team&apos;s wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the review of contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the visits by city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the purchase cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In my working time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the team&apos;s laptops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the clients in the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, portfolios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show whom they call, or a reason&apos;s customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the call over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make portfolios even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move customers to another portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a portfolio takes part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move as planned; take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts, reactivation, … cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the customers behind a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a plot&apos;s values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom the figures are about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the figures count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the calculation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the draft, the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End early; archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send, conflicts, log, storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conflict: mine stays, the server&apos;s stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the customer of a conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laptops, set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block a laptop, let it in, have it read all anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store what was set aside, discard it with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring a client back, or all of a seller&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the address on a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the customer to call or write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers to take along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the customers along: give all back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a photo or file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Callback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone&apos;s callback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle a delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {capacity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {shown} of {total} are shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaButtons</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another date  F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done  D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note  N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread  S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export  E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a calendar file (.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import  I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a calendar file in (.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity  C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt and arrows: a day, half an hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaChanges</name>
    <message>
        <source>Note saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact kept on this computer; it goes on once the server is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One change at a time: stop the other one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile; nothing was moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} next contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) moved.</source>
        <translation>
            <numerusform>%n next contact moved.</numerusform>
            <numerusform>%n next contacts moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside the hours in which they may be called.</source>
        <translation>
            <numerusform>%n outside the hours in which they may be called.</numerusform>
            <numerusform>%n outside the hours in which they may be called.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) done.</source>
        <translation>
            <numerusform>%n next contact done.</numerusform>
            <numerusform>%n next contacts done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) spread.</source>
        <translation>
            <numerusform>%n next contact spread.</numerusform>
            <numerusform>%n next contacts spread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n stay(s) where they are.</source>
        <translation>
            <numerusform>Stopped: %n stays where it is.</numerusform>
            <numerusform>Stopped: %n stay where they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) as before.</source>
        <translation>
            <numerusform>%n next contact is as before.</numerusform>
            <numerusform>%n next contacts are as before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgendaHead</name>
    <message>
        <source>Overdue {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose agenda (Alt+5)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaScreen</name>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No next contact is overdue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is planned for this day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaTable</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>R$ {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ {amount} bn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ {amount} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ {amount} k</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AsidePage</name>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store it after all  S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…  Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is set aside: everything that laptops brought is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stored: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be stored: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is discarded; what came is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentOpener</name>
    <message>
        <source>No program on this computer opens this file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>asked not to be contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be contacted again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken for a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call left without a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given back without a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put back into the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called although the rule said no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next contact set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next contact moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next contact done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next contact cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objection raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objection argued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objection overcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objection put to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objection woke up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came with a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed by a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wants to be contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept aside by a campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>had just been called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colleague&apos;s callback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next contact still to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rested after the last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rested after several attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contacts enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>had been skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one person there: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditDialog</name>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person&apos;s login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client&apos;s code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that nothing was touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events, the newest first: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>nothing special</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was noted about this customer&apos;s data yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditTrail</name>
    <message>
        <source>came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published a policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undid an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed contact wishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added a day without calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed a day without calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invited a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed an access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved a portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published a campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended a campaign early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took a client over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked a laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let a laptop in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>had a laptop read all anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took the key of a laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took clients along to the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept clients in the field longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gave clients back from the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brought a seller&apos;s clients back from the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored what was set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discarded what was set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erased a person&apos;s data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took an erased person&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was written again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has another&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of no known computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not follow the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not what was sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a seal that was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a seal that was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows copied from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own working time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calendar file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose or of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records and %2 seals checked: nothing was changed, removed, inserted or moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records are not as they were stored. The first, %2, no. %3: %4. The command audit verify names all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BacktestView</name>
    <message>
        <source>Ordered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each two customers, one who stopped and one who came back: how often the one who stopped is put first. 50% is a coin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value in the top 10%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the value of the customers who stopped, the share that stood in the first tenth of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the predicted percentages lie from what happened, on average. Only a probability has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always flagged wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers who are flagged without need in more than half of their own intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting the past and comparing with what came…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is too short to compare predictions with what came: it takes about a year of orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {count} past days between {first} and {last}, each with what was known then: who orders within {horizon} days?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days ago the own cycle marked nobody as inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of the {count} customer(s) marked as inactive {days} days ago, {share} came back by themselves</source>
        <translation>
            <numerusform>Of the {count} customer marked as inactive {days} days ago, {share} came back by themselves</numerusform>
            <numerusform>Of the {count} customers marked as inactive {days} days ago, {share} came back by themselves</numerusform>
        </translation>
    </message>
    <message>
        <source>{rule}: nobody marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}: {share} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreakChoice</name>
    <message>
        <source>Take a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number, and Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is offered meanwhile, and reminders wait. F12 brings you back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreakScreen</name>
    <message>
        <source>Back to work  F12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its {minutes} minutes are over: come back when you are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BridgePage</name>
    <message>
        <source>Bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states in this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few orders of your own: published parameters judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where customers stand at the end of each month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who stayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from:
{state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to:
{state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of who stayed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BulkActions</name>
    <message numerus="yes">
        <source>Add %n customer(s) to a campaign</source>
        <translation>
            <numerusform>Add %n customer to a campaign</numerusform>
            <numerusform>Add %n customers to a campaign</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Put %n customer(s) into a portfolio</source>
        <translation>
            <numerusform>Put %n customer into a portfolio</numerusform>
            <numerusform>Put %n customers into a portfolio</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody&apos;s portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One change at a time: stop the other one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} added to “{name}”; the others were in it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} added to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} moved: {name}; the others were there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} moved: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} are as before; the others were changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} are as before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BulkMailDialog</name>
    <message numerus="yes">
        <source>E-mail to %n customer(s)</source>
        <translation>
            <numerusform>E-mail to %n customer</numerusform>
            <numerusform>E-mail to %n customers</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no e-mail template yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filling the letters in… {done} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) ready.</source>
        <translation>
            <numerusform>%n letter ready.</numerusform>
            <numerusform>%n letters ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) asked for no e-mail.</source>
        <translation>
            <numerusform>%n customer asked for no e-mail.</numerusform>
            <numerusform>%n customers asked for no e-mail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) have no e-mail address.</source>
        <translation>
            <numerusform>%n customer has no e-mail address.</numerusform>
            <numerusform>%n customers have no e-mail address.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) miss a value and stay here.</source>
        <translation>
            <numerusform>%n letter misses a value and stays here.</numerusform>
            <numerusform>%n letters miss a value and stay here.</numerusform>
        </translation>
    </message>
    <message>
        <source>No mail server is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s) sent</source>
        <translation>
            <numerusform>%n e-mail sent</numerusform>
            <numerusform>%n e-mails sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CadenceRow</name>
    <message>
        <source>Why the date breaks the cadence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CadenceWords</name>
    <message>
        <source>for the limit of contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cadence: {proposal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty next contact accepts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the calling hours: why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the limit of contacts: why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer rests: why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later than the answer is due: why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow-up {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thank for the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>long rest, try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed, try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} in the morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} in the afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It repeats: its next date is taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarDialogs</name>
    <message>
        <source>Take a calendar file in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarExportDialog</name>
    <message>
        <source>Agenda into a calendar file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without customers&apos; names and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the cancelled ones, as cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone numbers and e-mail addresses never go into the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From today on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the end of this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, the overdue ones too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) written to {file}</source>
        <translation>
            <numerusform>%n next contact written to {file}</numerusform>
            <numerusform>%n next contacts written to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarImportDialog</name>
    <message>
        <source>What {file} would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Change %n next contact(s)</source>
        <translation>
            <numerusform>Change %n next contact</numerusform>
            <numerusform>Change %n next contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) changed</source>
        <translation>
            <numerusform>%n next contact changed</numerusform>
            <numerusform>%n next contacts changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left: somebody was faster</source>
        <translation>
            <numerusform>%n left as it was: somebody was faster</numerusform>
            <numerusform>%n left as they were: somebody was faster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken back</source>
        <translation>
            <numerusform>%n change taken back</numerusform>
            <numerusform>%n changes taken back</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibrationChart</name>
    <message>
        <source>Predicted and observed: no order within {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted {predicted}, observed {observed} ({count} predictions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted →  (↑ observed)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next  F8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call all the same…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the reservation has lapsed, a colleague may take them. The contact can still be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to call right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration of the call {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallLoop</name>
    <message>
        <source>Reading the list: the next client comes with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignEditor</name>
    <message>
        <source>Team {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no script</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) chosen</source>
        <translation>
            <numerusform>%n client chosen</numerusform>
            <numerusform>%n clients chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) added</source>
        <translation>
            <numerusform>%n client added</numerusform>
            <numerusform>%n clients added</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody has {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) name several clients</source>
        <translation>
            <numerusform>%n line names several clients</numerusform>
            <numerusform>%n lines name several clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many, or how many R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script in the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left alone to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes or documents, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients of other campaigns as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody chosen: everybody calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes, CNPJ or CPF, one client a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no goal in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No client chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignFigures</name>
    <message>
        <source>Figures of the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures by operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By operator, in the order of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called beside left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By how much more clients bought (95%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} orders, {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to be contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivated, by the credit&apos;s rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn to be called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left alone to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added later, not compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} per client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who bought</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignRow</name>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for no campaign</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignScreen</name>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived ones as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign…  N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the draft  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End early…  E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the draft  Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign yet: mark clients in the list, or press N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draft: Enter goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back  A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive  A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft “{name}” saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is published: {called} to call, {aside} left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End “{name}” now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue offers all of its clients to everybody again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clients contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clients reactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ in orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not want to be contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sales are blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in another campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This campaign has no goal in numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goal is {target} ({what}); the campaign is to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {target} ({what}) when the days were over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {target} ({what}). At an even pace it would be {expected} by today; like this it ends with {projected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was left alone, so nothing can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few to tell: each group needs {members} clients, and both together {buyers} who bought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign made more clients buy: {middle} (95%: {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer of the called clients bought: {middle} (95%: {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may as well be chance: {middle} (95%: {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per client {middle} in orders (Welch, 95%: {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credited returns count everybody who was inactive when called and ordered soon after, also those who would have come back by themselves. The comparison counts everybody who was drawn, called or not, and takes those off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign ran in this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {share} of the called bought, {other} of those left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {points}, between {low} and {high}; {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By how much more the called bought (95%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought: called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought: left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credited, R$</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CapacityDialog</name>
    <message>
        <source>Next contacts per person and day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bars of the agenda and the spreading use it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePicker</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClearableLine</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientDialog</name>
    <message>
        <source>Which client?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, code, tax id or phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientPage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>%1 (%2 without taxes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients who were inactive when contacted and ordered in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without taxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without taxes, as it was told when the month was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they pay, as it was told when the month was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjusted since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became known later: late files, contacts and corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Closed periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From then on its figures stay as they are, and it cannot be opened again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures of a closed month never change. What becomes known later is told as an adjustment of the month in which it became known, with the names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month to &amp;close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An order counts up to so many &amp;days after the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each month closes by itself on this day of the &amp;next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is right: worked out again it is %2, to the cent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was closed with %2; worked out again it is %3. An import undone since leaves such a difference: what was closed counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Contacts from today on follow it; former ones keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingFields</name>
    <message>
        <source>the whole client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not contact by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not contact by any channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the client said; it is kept with your name and the date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CollisionTeller</name>
    <message numerus="yes">
        <source>%n client(s) with two contacts at about one time</source>
        <translation>
            <numerusform>%n client with two contacts at about one time</numerusform>
            <numerusform>%n clients with two contacts at about one time</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Giro to see which client: notices, Ctrl+F4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Collisions</name>
    <message>
        <source>{name} also talked with this client on {when} ({far} before)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} also talked with this client on {when} ({far} after)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} also talked with this client on {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {other} talked with the same client, {far} apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {other} talked with the same client at one time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two was in the field, so neither could know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client is not in your sight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnFields</name>
    <message>
        <source>— not in the file —</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}: choose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that stay put</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space shows or hides a column; Ctrl+↑ and Ctrl+↓ move it; ← and → make it narrower or wider; O orders by it, Shift+O as well.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Chosen files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you choose is kept for the next file of this layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out or correct {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the first lines…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices (NF-e) need no columns: their meaning is fixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: columns missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command, client or view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Clients: name, code, tax id, phone, city.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommentsPage</name>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer (R), Enter sends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the contact  E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said nothing of others&apos; contacts yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody commented on your contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact of {moment}, {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConditionChips</name>
    <message>
        <source>any of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away: {condition}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Why? It stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine stays  M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s stays  S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conflicts: nobody disagrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours goes to the server once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s version stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>draft recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what happened: press its number or its first letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not saved; your words are still here. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactsHead</name>
    <message>
        <source>Contacts  Alt+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments to me  Alt+2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I said  Alt+3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters  V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save filter  S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export  Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None read today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n read today</source>
        <translation>
            <numerusform>%n read today</numerusform>
            <numerusform>%n read today</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders, R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered, R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days to return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} contacts in these months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {hour}h: {reached} of {count} reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best: {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached, by hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try {number}: {reached} of {count} reached ({rate}), {sold} with a sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached, by try in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts by {cut}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to my working time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: I forgot to come back from lunch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was recorded is kept beside it, with your reason.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in Giro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of the program, not yours. What was saved before is safe. Copy the report and send it to whoever looks after Giro at your company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreditBand</name>
    <message>
        <source>Money first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n title(s)</source>
        <translation>
            <numerusform>%n title</numerusform>
            <numerusform>%n titles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the oldest for %n day(s)</source>
        <translation>
            <numerusform>the oldest for %n day</numerusform>
            <numerusform>the oldest for %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>credit denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sales are blocked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the customer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a customer in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CycleFacts</name>
    <message>
        <source>Estimates: chance that they have left × their rate × value of an order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent purchases against the year before them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost so far: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next 12 months: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed rule:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own cycle:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CyclePage</name>
    <message>
        <source>One order so far: an interval takes two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order yet: there is nothing to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals between orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n interval(s)</source>
        <translation>
            <numerusform>%n interval</numerusform>
            <numerusform>%n intervals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of silence without the blocked ones</source>
        <translation>
            <numerusform>%n day of silence without the blocked ones</numerusform>
            <numerusform>%n days of silence without the blocked ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>silent for %n day(s)</source>
        <translation>
            <numerusform>silent for %n day</numerusform>
            <numerusform>silent for %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>no interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) or more</source>
        <translation>
            <numerusform>%n day or more</numerusform>
            <numerusform>%n days or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to less than %n day(s)</source>
        <translation>
            <numerusform>%1 to less than %n day</numerusform>
            <numerusform>%1 to less than %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CycleScreen</name>
    <message>
        <source>Purchase cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CycleWords</name>
    <message>
        <source>Each customer&apos;s own cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days without an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days ÷ usual interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed number of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own cycle, {budget} false alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed: {risk} and {inactive} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wider rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All customers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CyclesPage</name>
    <message>
        <source>Cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a fixed alert would flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold {share} of the intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {customers} customers; {open} silences still last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days between two purchases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} up to {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has bought twice yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} days: {share}, {count} intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed alert after {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrongly</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayFields</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24/06/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaysOff</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (optional day)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaysOffDialog</name>
    <message>
        <source>Days without calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a list of days in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Municipal holidays and the company&apos;s own days. National and state holidays are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a list in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was kept already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is kept no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new, %2 known already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood: line %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the day as 24/06/2026.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DbusNotifier</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze 15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiscardPopover</name>
    <message>
        <source>Why discard it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test, no real work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was logged another way already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its author asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is wrong and cannot be mended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftsPopover</name>
    <message>
        <source>correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pitch notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded: {name}. Ctrl+Z brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No draft is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes on with it · Delete discards it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts that wait: client or words…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropCatcher</name>
    <message>
        <source>Let go to import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop your ERP&apos;s files here, or the folder of NF-e XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, Excel (XLSX, XLS), ODS, XML or ZIP. Nothing is written before you agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarlyKeys</name>
    <message>
        <source>The list has changed meanwhile: keys were left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarlyWindow</name>
    <message>
        <source>Opening… What you type is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of {day}, being brought up to date…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EffectsView</name>
    <message>
        <source>What would change (Enter lists the customers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying it on today&apos;s customers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change something to see whom it would concern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer is concerned today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In full</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) concerned today.</source>
        <translation>
            <numerusform>%n customer concerned today.</numerusform>
            <numerusform>%n customers concerned today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>corrects the contact of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected by the contact of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>potential %1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order expected on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solution: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why they stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Former pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n open complaint(s)</source>
        <translation>
            <numerusform>%n open complaint</numerusform>
            <numerusform>%n open complaints</numerusform>
        </translation>
    </message>
    <message>
        <source>prefers %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n objection(s) woke up</source>
        <translation>
            <numerusform>%n objection to take up again</numerusform>
            <numerusform>%n objections to take up again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open objection(s)</source>
        <translation>
            <numerusform>%n open objection</numerusform>
            <numerusform>%n open objections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Without a city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due today: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time was over on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with you until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last visit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not want visits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldScreen</name>
    <message>
        <source>No program took the address: open a browser first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach to the visit to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits by city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers by city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take customers along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call, WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the route…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no customers to visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached to the visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldSettingsPage</name>
    <message>
        <source>In the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without contact, a laptop&apos;s key goes after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell both of two contacts with one client within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos and files of up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the shared list, one may take along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and keep them for up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laptops hear of it at their next contact with the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team&apos;s laptops</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Look in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>What the lines are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the file&apos;s columns is which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first lines, as they would be taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column is missing: choose which one of the file is “{columns}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns are missing: choose which ones of the file are “{columns}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilePart</name>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;PDF, to print and to hand on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;XLSX, a workbook to go on counting with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CS&amp;V, for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {file}.</source>
        <translation>
            <numerusform>%n row written to {file}.</numerusform>
            <numerusform>%n rows written to {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing row {done} of {count}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Name, code, CNPJ, phone or city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Filter: %n condition(s)</source>
        <translation>
            <numerusform>Filter: %n condition</numerusform>
            <numerusform>Filter: %n conditions</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: this month, 02/2026, Q1 2026, 01/02/2026 to 15/02/2026 (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter…  F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{period}, compared with {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (does not count here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers that meet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All or any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add condition (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prospects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection to take up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is none of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the last days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the next days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} in the last {count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} in the next {count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>Made on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning from all orders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recalculate now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A past day is shown: its parameters stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The portfolio is too small to learn from: parameters published in the literature are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameters were calculated anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders from {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{customers} customers, {events} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the last test, from {day} on: order right {auc}, error {error} (that day alone, not the table&apos;s mean)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-likelihood {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormFields</name>
    <message>
        <source>Reason (required)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said, promised, asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormFrame</name>
    <message>
        <source>Correct contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correcting the contact of {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both stay in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potential, expected order, who called (Ctrl+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and stay (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatFields</name>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm/dd/yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>How to contact them, and how not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why here: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to this rule…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>seller %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>talk to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ The CNPJ or CPF is not valid: check it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportColumns</name>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer (code or document)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CNPJ or CPF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company or branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product (code)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale or return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State (UF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value without taxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seller</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportCounts</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportHistory</name>
    <message>
        <source>Imports so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, {share}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportReasons</name>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportSample</name>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prospect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>An import is under way: wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the import?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored already stays, and nothing is stored twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be gone on with from the history whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing arrived. Drop the files again, or choose them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was stopped; what was stored stays. Go on with it when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} imported: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices (NF-e)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 with a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} with a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} h left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndicatorScreen</name>
    <message>
        <source>The calculation was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: the figures are those from before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be calculated. Try again, or restart Giro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculating…  Esc stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculating, {done} of {count}…  Esc stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no customer behind this figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the figures count: {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they count  I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…  E</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source> p.p.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No division</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the period before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the year before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no control group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bought more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bought less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before: {past}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} less</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvitationDialog</name>
    <message>
        <source>Accept invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The invitation&apos;s line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the password myself, for several computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work with your team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the line of the invitation that the administrator gave you. From then on Giro opens the team&apos;s customers; what is on this computer stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: this computer works on {server}. Giro has to open again for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Giro again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemDetails</name>
    <message>
        <source>answer by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague&apos;s own callback: its note is theirs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>I call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone calls back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed with the customer, at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a day, at no particular time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Laptops</name>
    <message>
        <source>never yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key went on {when}: what it holds stays unreadable until it is set up anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked on {when}: at its next contact its key goes, and what it holds stays unreadable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked on {when} to read everything anew: it does at its next contact, after what it has to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was set up and not heard of since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had {count} to send at its last contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had sent everything at its last contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server keeps a copy of its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no copy of its key: blocked, it loses what it did not send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of its records are set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who began it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client&apos;s status then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact forbidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It convinced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could buy a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order expected on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why they stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened in another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>woke up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed on to the supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rule was passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it, with its keys: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is in words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} (before: {value})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaptopsPage</name>
    <message>
        <source>Laptops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block…  B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let in again  L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all anew  A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it had still to send at its last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it brought and could not be stored as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No laptops yet. Sellers take their own portfolios along: on each one&apos;s laptop by Ctrl+Shift+F6, or by python main.py field setup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At its next contact with the server its key goes: nobody reads what it holds any more, its user either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has still to send is sent no more: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until that contact it can be let in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block the laptop %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may come in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reads everything anew at its next contact.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaptopsScreen</name>
    <message>
        <source>The team&apos;s laptops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>In the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be called now: due callbacks first, then by money at risk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {day} {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LedgerScreen</name>
    <message>
        <source>Reading the work list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list holds no customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{in_count} in the queue, R$ {in_reais} at risk   ·   {out_count} not now, R$ {out_reais}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue, and who is not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these customers  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the rule  R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-it about them…  P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lent</name>
    <message>
        <source>{seller} has 1 client of the shared list along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seller} has {count} clients of the shared list along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The laptop was not heard of since it was set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the laptop&apos;s last contact ({when}) everything was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the laptop&apos;s last contact ({when}) it had {count} to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring {name} back from {seller}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring all {count} clients back from {seller}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was left to bring back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 client of {seller} is back on the shared list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} clients of {seller} are back on the shared list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LentPage</name>
    <message>
        <source>Clients in the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back…  T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the seller&apos;s contact with them has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No client of the shared list is in the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring all back…  Shift+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring all of %1 back…  Shift+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The laptop hears of it at its next contact; what %1 writes until then still counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LentScreen</name>
    <message>
        <source>Clients of the shared list in the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListFiles</name>
    <message>
        <source>At most {most} rows can be copied: export a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customers-{day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file at a time: stop the other one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows written to {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} rows written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: no file was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListSection</name>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListState</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the work list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer meets this filter here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer matches “{text}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer is in “{group}” today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no customers yet.
Import the files of your ERP, or drop them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invited to work with a team? Accept the invitation from the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the road, without a network? Take your portfolio along: {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no customers yet. Ask whoever looks after Giro to import them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work list could not be read. Try again, or restart Giro.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListTools</name>
    <message>
        <source>View “{name}” saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View renamed: “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View “{name}” deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to a campaign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign with these…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into a portfolio…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail by a template…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalTime</name>
    <message>
        <source>%1 there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be called until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not call yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is with them now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked not to be contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holiday: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their wish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contacts enough for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 there)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailPart</name>
    <message>
        <source>Sche&amp;dule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ho&amp;w often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ttached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you get already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They go to {email}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no e-mail address here yet: ask a supervisor to enter it under Notices.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Write what the operator should do, then Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Reading the templates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail server is set: use your mail program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program took the message: copy the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message handed over, and noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not work. Your text is still here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friendly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS (port 587)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS (port 465)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unencrypted (this computer only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: %1. Write it in before the message leaves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoreRow</name>
    <message>
        <source>Potential, R$ a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects to order on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: +30d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They called</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Morning</name>
    <message>
        <source>Requests to answer by today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue callbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callbacks of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections to take up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Became at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Became inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being calculated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of them yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have logged no contact yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts: {contacts}   ·   reached: {reached}   ·   sales: {sales}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections and changes: those of your own portfolio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections and changes: those of the whole list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MorningScreen</name>
    <message>
        <source>What the day holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what the day holds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n post-it(s) to read</source>
        <translation>
            <numerusform>%n post-it to read</numerusform>
            <numerusform>%n post-its to read</numerusform>
        </translation>
    </message>
    <message>
        <source>Your last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last day, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you see these figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this page when the day begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the list  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin to call  F8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-its to read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Customer without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message>
        <source>Move customers of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First those to whom nobody talked in the last 30 days. Whoever is being called, or waits for a personal callback, stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>{count} are as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others were moved by somebody else meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NarrowPopover</name>
    <message>
        <source>Region, team, campaign, channel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom the figures are about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextContactCorner</name>
    <message>
        <source>Choose a customer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextContactDialog</name>
    <message>
        <source>Next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in the contact  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 min before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 min before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 min before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextContactField</name>
    <message>
        <source>no next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Next contact: tomorrow 2pm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextContactLine</name>
    <message>
        <source>No next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next attempt: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague&apos;s own callback: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoImport</name>
    <message>
        <source>The demo company takes no files. Open your own database with python main.py, without --demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisors and administrators import files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NobodyLeft</name>
    <message>
        <source>Nobody to call right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the whole list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is not in the queue, and why  F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list holds no customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} customers are in the list, and none may be called now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotePopover</name>
    <message>
        <source>Note for the next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to remember</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotedObjections</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections of this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: change it · Delete: strike it out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesEditor</name>
    <message>
        <source>Why they stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal of this contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>No pitch note and no post-it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeSettingsDialog</name>
    <message>
        <source>When everybody is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sellers hear which of their customers left their purchase cycle; supervisors and managers, how the portfolios stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where each gets e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices: saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{count} customers left the cycle: {money} at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 customer left the cycle: {money} at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolios: {count} inactive, {money} at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two talked with one client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the portfolios stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 customer left the cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} customers left the cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent for longer than they usually are, since {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the portfolios stood on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {count} more: see them all in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sellers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Managers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the customer usually buys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ lost so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticesButton</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no notices yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers who left their cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who talked with the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When everybody is told…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NowPage</name>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers who may not be called now; why is told below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callbacks whose time has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callbacks later today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the call over…  T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the customer  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This moment only: nobody&apos;s times are kept here, and nobody is ranked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues of the teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may be called, and who may not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ObjectionBlock</name>
    <message>
        <source>New objection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (can be taken up again)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (waiting)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (open)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked {worked} of {used}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another objection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New objection, in a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New objection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the objection stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It worked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ObjectionsPage</name>
    <message>
        <source>No objection was noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What overcame them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{worked} of {judged} judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {count}, with those above {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is objected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} objections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added up, share of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most frequent ones, month by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overcome, share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} (few)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ObstaclesDialog</name>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>promised for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutsideRow</name>
    <message>
        <source>Outside the client&apos;s calling hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why at that time?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverridePopover</name>
    <message>
        <source>Why call all the same?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed with the supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent: order or delivery under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is out of date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Customers to take along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take along  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back  Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give all back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers who are along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take along from the shared list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give all back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They return to the shared list, and anybody at the office may call them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talking to the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With you now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the server nobody can be taken along.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackForm</name>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how many days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Without a city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may stay longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in the shared list can be taken along now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may take {room} more (up to {most} at once)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken along until {until}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay until {until}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list follows with the next synchronisation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the team&apos;s server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not take that password. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten? Ask the administrator for a new invitation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneButton</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program took the number: it is copied. See the settings (Ctrl+,).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ext. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a valid number. C copies it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter dials and copies, C only copies.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to choose.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PitchCard</name>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a customer to see why they stopped and what to offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work; what you wrote is still here. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand and write</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PitchText</name>
    <message>
        <source>Money first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on record explains it: ask, and write the answer down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To “{objection}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked {worked} of {used}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I used it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {percent}% off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no discount of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may offer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted by {author} on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>%n client(s) are drawn into it.</source>
        <translation>
            <numerusform>%n client is drawn into it.</numerusform>
            <numerusform>%n clients are drawn into it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are left alone until it is over.</source>
        <translation>
            <numerusform>%n of them is left alone until it is over.</numerusform>
            <numerusform>%n of them are left alone until it is over.</numerusform>
        </translation>
    </message>
    <message>
        <source>After that the plan and the draw cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the draft  Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish…  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Events of the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyForm</name>
    <message>
        <source>Each customer&apos;s own cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed number of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the wider rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive: chance below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or within own cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By either rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silences that end by themselves and may raise an alert all the same. More of them: an earlier alert, and more calls in vain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey: the wider rule decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the rule?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom a rule is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) will be under an alert.</source>
        <translation>
            <numerusform>%n customer will be under an alert.</numerusform>
            <numerusform>%n customers will be under an alert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to this rule?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PortfolioPage</name>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {day}, judged by the rules of that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few orders of your own: published parameters judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The portfolio, divided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status}: {count} customers, {money} a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {money} at risk, {count} customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue at risk by {cut}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk, R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurring, R$/month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost, R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ in 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being called, or waiting for a personal callback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody&apos;s portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make even  L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move…  M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes part  Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back  Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move as planned  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even by:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the portfolios…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is planned. Drag one portfolio onto another, or press L.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} customers would change hands, R$ {reais} at risk with them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PortfolioSection</name>
    <message>
        <source>Each customer&apos;s own cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost and blocked customers are not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals that were longer and ended in an order all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each customer weighs the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who buys often weighs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an alert would flag today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no customer with two orders yet: import orders to see how often they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the purchases come again after {low} to {high} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{customers} customers, {gaps} intervals and {open} silences that still last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days between two purchases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed number of days is too late for who buys often and too early for who buys seldom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be false as seldom as the own cycle, a fixed alert would wait {days} days. Customers flagged today: {fixed} by it, {own} by the own cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} days: {share}, {count} intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} between {low} and {high} days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostItBand</name>
    <message>
        <source>Post-it from {who}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n more)</numerusform>
            <numerusform>(%n more)</numerusform>
        </translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostItComposer</name>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New post-it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they should know or do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody chosen: everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until it is withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They rise in the receivers&apos; queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-it posted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostItDetail</name>
    <message>
        <source>Customers, who rise in the queue until somebody contacts them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who read it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostItScreen</name>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote no post-it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No post-its.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-its</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the customers  C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw  Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New post-it…  N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-it withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostIts</name>
    <message>
        <source>everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: read {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{author}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Will be called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left alone to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in it: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under {count} clients in one of the parts the result will not tell whether the campaign made the difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What publishing does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is left alone is drawn within each status and each third of value, always the same for this campaign. The queue leaves them alone until it is over; whoever rings, and what was agreed before, is served as ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought in 12 months</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last one on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual interval between orders that hold it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since the last order that held it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual quantity of an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of all that they bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many customers of the same segment bought it in 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item of an order is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What similar customers buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To restock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others buy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is at the program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external seller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not {name}&apos;s passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking, nothing is written yet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go back to the list and work on: it follows by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large file takes a while. It can be imported without this check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import without checking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PublishingSection</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish… (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only supervisors, managers and administrators publish rules. You can try one and see what it would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A past day is shown: a rule can be tried but not published. Open Giro without --as-of to publish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>Quote for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the quote  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last paid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote %1 saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuoteOpener</name>
    <message>
        <source>Only your own quotes are changed, while they are open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuotesPage</name>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quote for this customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message>
        <source>All numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp: opens the conversation, you send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReactivationPage</name>
    <message>
        <source>Reactivation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By division</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivated clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} without taxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} client(s)</source>
        <translation>
            <numerusform>{count} client</numerusform>
            <numerusform>{count} clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Ordered within {days} days of the contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: {periods}; these figures stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known later: {value}, told as adjustments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {value}, {clients} came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered, R$, by {cut}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: {clients} came back, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns, month by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Total: {count} client(s)</source>
        <translation>
            <numerusform>Total: {count} client</numerusform>
            <numerusform>Total: {count} clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value without taxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the closed period</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingList</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When, operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer, note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>No note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was thought of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment to the operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment to the operator (Enter); Ctrl+Enter stores it with the mark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 that nothing comes by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 that they still buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonPopover</name>
    <message>
        <source>or other words, and Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why skip this client?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already spoke to them another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lacks information before the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague is in touch with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for an answer from inside the company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong number or data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordFile</name>
    <message>
        <source>Export my working time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working-time-{first}-{last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows written to {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>Open Giro to see who.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callback now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer by {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {owner}, who did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the team was told too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callback: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team&apos;s callback: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up: {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemindersCorner</name>
    <message>
        <source>Reminders come again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders wait until {time}, then come together.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemindersList</name>
    <message>
        <source>The reminder could not be changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are on a break: reminders wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders wait until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {shown} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens · 1 2 3 snooze · D done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reminder is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemindersPage</name>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the customer in the desktop&apos;s notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb every day, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What falls due meanwhile comes afterwards, together. Shift+F4: an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the team after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A callback with a time that nobody answers goes to everybody of the team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the company&apos;s: your supervisor sets it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the period before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the year before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on the screen: {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divided &amp;by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not divided</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Save the odd lines…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all} · show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any cell or reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the odd lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odd lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was odd: every line was taken as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} lines: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, {state}, begun at {moment} by {user}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} - to correct{ending}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the odd lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {file}: correct the lines and import that file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark}, answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status} then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} in 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} answered on {moment}: {reply}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} read it on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewFile</name>
    <message>
        <source>Export the contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contacts-{day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file at a time: stop the other one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the contacts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought in 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} contacts written to {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: no file was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewFilterBar</name>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the note, &quot;a phrase&quot;  (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread ones of each operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fair sample: so many unread contacts of each operator, drawn by their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> per operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ in 12 months, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Review of contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact is like that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RouteDelegate</name>
    <message>
        <source>Last visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleChip</name>
    <message>
        <source>This rule decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rule only compares.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>Whom a rule is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cadence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the wider rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the rule?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cadence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to this version?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Purchase cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates and scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When silence becomes risk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After which pauses a customer is contacted again. The first wait holds where the outcome has none of its own. Nothing ticked means everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When customers may be called, in the time of their own place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which discount may be offered without asking anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can come of a contact. An outcome that contacts name is never deleted and keeps its effect, because those contacts were counted by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What customers object, and the answers with their measured success.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages and scripts, tried on a customer before they are published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers that hold for the whole company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulesScreen</name>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveViewDialog</name>
    <message>
        <source>Save view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share with the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, text, filter, order and columns are saved as they are now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, days, sample and all choices are saved as they are now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedWords</name>
    <message>
        <source>Kept on this computer {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{colleague} has this customer now; your contact counts all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScriptNote</name>
    <message>
        <source>Script of the campaign</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Calculating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calculation was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be calculated. Try again, or restart Giro.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>No complaint and no other service case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service cases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged; kept in the system&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone and e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link such as tel:{number} or sip:{number}@pbx, or a program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server is the company&apos;s: your supervisor sets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the address that your customers will answer to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SimulationView</name>
    <message>
        <source>Who changes (Enter shows the names)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers per status, before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody comes under an alert and nobody leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody comes under an alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) come under an alert, {money}</source>
        <translation>
            <numerusform>%n customer comes under an alert, {money}</numerusform>
            <numerusform>%n customers come under an alert, {money}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leave(s) it, {money}</source>
        <translation>
            <numerusform>%n leaves it, {money}</numerusform>
            <numerusform>%n leave it, {money}</numerusform>
        </translation>
    </message>
    <message>
        <source>With {budget} false alarms: {change}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnoozePopover</name>
    <message>
        <source>In 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next workday, first thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to call again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 5, or a date: tomorrow 2pm, +3d, 15/12 9:30</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpreadDialog</name>
    <message>
        <source>Spread over working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow, Mon, 15/12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Spread %n next contact(s)</source>
        <translation>
            <numerusform>Spread %n next contact</numerusform>
            <numerusform>Spread %n next contacts</numerusform>
        </translation>
    </message>
    <message>
        <source>over how many working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move %n next contact(s)</source>
        <translation>
            <numerusform>Move %n next contact</numerusform>
            <numerusform>Move %n next contacts</numerusform>
        </translation>
    </message>
    <message>
        <source>Days off and each customer&apos;s own days and hours are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): an hour was agreed.</source>
        <translation>
            <numerusform>%n stays: an hour was agreed.</numerusform>
            <numerusform>%n stay: an hour was agreed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit into these days: %1</source>
        <translation>
            <numerusform>%n does not fit into these days: %1</numerusform>
            <numerusform>%n do not fit into these days: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaleNotice</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of {time}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of {time}, being brought up to date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list stands still while so many rows are marked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Kept on this computer: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to the server by itself once it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the team&apos;s server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server: Giro opens as soon as it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next attempt in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Tables and invoices ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of NF-e XML</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>As of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) kept</source>
        <translation>
            <numerusform>%n draft kept</numerusform>
            <numerusform>%n drafts kept</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with them, or discard them (Ctrl+Shift+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n post-it(s) to read</source>
        <translation>
            <numerusform>%n post-it to read</numerusform>
            <numerusform>%n post-its to read</numerusform>
        </translation>
    </message>
    <message>
        <source>Read them (Ctrl+Shift+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) to read</source>
        <translation>
            <numerusform>%n comment to read</numerusform>
            <numerusform>%n comments to read</numerusform>
        </translation>
    </message>
    <message>
        <source>Read them (Ctrl+Shift+O, Alt+2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) today</source>
        <translation>
            <numerusform>%n contact today</numerusform>
            <numerusform>%n contacts today</numerusform>
        </translation>
    </message>
    <message>
        <source>no contacts today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message>
        <source>no customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ {amount} at risk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StopBanner</name>
    <message>
        <source>Do not contact: this customer asked not to be contacted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not contact by: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is encrypted; only this computer, or whoever has its key, reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-its</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to fall due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened in another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>woke up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colleague&apos;s callback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open (case)</source>
        <translation>open</translation>
    </message>
    <message>
        <source>solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non-conformity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open (objection)</source>
        <translation>open</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until title %1 is paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until the overdue titles are paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until the promotion %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until there is a promotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1 is back in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer&apos;s wishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line of a quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission to contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact, its history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice of the next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to an objection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection, its history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder, its history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment that you read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-it that you read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction of working time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of objection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest of a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing}: changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing}: removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolio of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for an answer until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefers from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefers until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the data came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed the same thing meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer is not in your portfolio any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it belongs to is no longer on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not change this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has what may be there once alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there already, with other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than the company or the server takes.</source>
        <translation>It is larger than the company or the server takes.</translation>
    </message>
    <message>
        <source>Its content is not what was said of it.</source>
        <translation>Its content is not what was said of it.</translation>
    </message>
    <message>
        <source>A colleague set another one in the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has another version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({count} times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (until {when})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to the server: what you save waits here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator blocked this laptop: its key was erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Giro is too old for the server: it sends, but receives nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is older than this Giro: it waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server came back from a backup: what you sent of late is offered again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long without contact with the server: the key was erased from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key came back from the server&apos;s copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything was read anew: the administrator asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything was read anew from the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You kept your version: {thing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You kept the server&apos;s version: {thing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is ahead by {by}: set it right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is behind by {by}: set it right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A title paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A promotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A product in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synchronised yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronised just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronised {count} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronised: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access refused: sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop was blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laptop not registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Giro to receive news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server awaits its update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not take this login. What you save stays here; ask whoever runs the server for a new password, open Giro again and synchronise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator blocked this laptop: after it is closed its data cannot be opened any more. Talk to whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this laptop. What you save stays here; talk to whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Giro is too old for the server: what you save is sent, but nothing new comes before you update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Giro is newer than the server. What you save stays here until the server is updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything works and what you save stays here; it is sent by itself later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 customer came into your portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} customers came into your portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 left it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 customer left your portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} customers left your portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>portfolio {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside for the administrator: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to the server; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Giro is synchronising this laptop at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronised: nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not take this login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop is a copy of another one: the server registered it as a new one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncChip</name>
    <message>
        <source>Synchronising…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisation: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits, conflicts, log ({key})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncCorner</name>
    <message>
        <source>Synchronising…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise now  Ctrl+F9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronising…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeOver</name>
    <message>
        <source>The customer is yours now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeOverPopover</name>
    <message>
        <source>Why take the call over?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator asked for help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator had to leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer asked for the supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A negotiation beyond the operator&apos;s limits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Accepting the invitation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registering this laptop with the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching your portfolio…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out who is to be called today…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} next contacts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakingAlongDialog</name>
    <message>
        <source>Take my portfolio along on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your customers, also without a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your portfolio comes to this computer, encrypted: list, histories, titles and agenda work for days without a network, and synchronise by themselves when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the server {server}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Giro again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {customers} customers with everything about them ({rows} records) are on this computer. Giro has to open again for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakingForm</name>
    <message>
        <source>I have an invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have a login already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The invitation&apos;s line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring: Giro asks for this passphrase whenever it opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Message templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a field…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields stand in {{ }}; {% if field %}…{% endif %} leaves out what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>Orders in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the one before</source>
        <translation>
            <numerusform>%n day after the one before</numerusform>
            <numerusform>%n days after the one before</numerusform>
        </translation>
    </message>
    <message>
        <source>first order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>far above the usual value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales blocked since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales blocked from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No order for %n day(s), since %1</source>
        <translation>
            <numerusform>No order for %n day, since %1</numerusform>
            <numerusform>No order for %n days, since %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if they return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk from %1 on, if no order comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next order expected on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next order expected between %1 and %2, about %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next order, if they still buy, between %1 and %2, about %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Nothing has happened with this customer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the history (just type in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct this contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this kind or with these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TitlesPage</name>
    <message>
        <source>paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>overdue for %n day(s)</source>
        <translation>
            <numerusform>overdue for %n day</numerusform>
            <numerusform>overdue for %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>due in %n day(s)</source>
        <translation>
            <numerusform>due in %n day</numerusform>
            <numerusform>due in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue title(s): %1, the oldest for %2 days</source>
        <translation>
            <numerusform>%n overdue title: %1, for %2 days</numerusform>
            <numerusform>%n overdue titles: %1, the oldest for %2 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n title(s) to fall due: %1</source>
        <translation>
            <numerusform>%n title to fall due: %1</numerusform>
            <numerusform>%n titles to fall due: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No title: nothing is owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToldChange</name>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {left} were left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>This is what the import would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts}. Nothing has been written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is odd: every line can be taken as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Lines with a warning are imported, rejected ones are left out. The reasons of the first %n line(s) are counted here; the result will have all of them.</source>
        <translation>
            <numerusform>Lines with a warning are imported, rejected ones are left out. The reasons of the first odd line are counted here; the result will have all of them.</numerusform>
            <numerusform>Lines with a warning are imported, rejected ones are left out. The reasons of the first %n odd lines are counted here; the result will have all of them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines with a warning are imported, rejected ones are left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo the import of {file}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lines} lines were read, {new} of them new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it brought is removed, and what it changed becomes what it was. Where somebody has worked with it already, nothing is undone and you are told why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing the import of {file}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import of {file} was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them</source>
        <translation>
            <numerusform>%n of them</numerusform>
            <numerusform>%n of them</numerusform>
        </translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, -30d, 15/12/25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this version changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to this version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the server: {who}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the server: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the server since: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details that the program keeps by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: mine {mine}, on the server {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {mine} in both</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewsDialog</name>
    <message>
        <source>Saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No view has been saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}  (team)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitRow</name>
    <message>
        <source>A date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue titles paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promotion of what they buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title {name} paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promotion {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} back in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>friday, +30d, 15/12</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>To send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s own records that go along (history, reminders, audit): %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried in vain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits: the server has it all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>On a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a customer of another portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody&apos;s portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ in 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shares evenly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives all away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WallScreen</name>
    <message>
        <source>The team now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now  Alt+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolios  Alt+2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calling} on a call   ·   {free} free   ·   {paused} on a break</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchLine</name>
    <message>
        <source>Watch a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that appear there are imported by themselves while Giro is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What appears in {folder} is imported by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off. {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to be watched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weather</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept here: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not taken: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts, notes and next contacts are kept until you close the program, as this computer has no keyring; they go there by themselves once it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next attempt in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored on the server: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{colleagues} had the customer by then; it counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newer next contact of {standing} stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken by the server: {refused} (Ctrl+F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever you save is stored on the server at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on working: it only takes longer to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts, notes and next contacts are kept on this computer, encrypted, and go there by themselves once it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeatherChip</name>
    <message>
        <source>Server: {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeatherCorner</name>
    <message>
        <source>Your role or your team is another one: open Giro again to have it all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeatherDialog</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard for good?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekItemModel</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoRow</name>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WishesDialog</name>
    <message>
        <source>How to contact them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WishesFields</name>
    <message>
        <source>anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood: write 14-17, after 14, until 11, morning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at any time that the law allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14-17, after 14, until 11, morning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buying more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buying as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buying less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order due in days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title due within a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote expires within a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open service case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service case open for over a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non-conformity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open non-conformity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact agreed for today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales blocked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkListColumns</name>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent purchases against the customer&apos;s own past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, name and city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number to dial first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The company of yours that sells to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the customer is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose portfolio they are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CNPJ or CPF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their tax number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the last purchase; returns do not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When somebody last spoke to them, and who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freq.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency: usual days between purchases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recency: days since the last purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recency divided by frequency: how late the customer is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual value of a purchase, in R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought in the last 12 months, in R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can still be saved in 90 days, estimated, in R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the silence has cost so far, estimated, in R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpaid titles past their due day, in R$</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit, orders, titles, quotes, service, non-conformity, agenda, blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit department&apos;s verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpaid titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open service cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N.C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open non-conformities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a contact is agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether sales are blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest objection that still stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running campaign that they are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one agreed next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the customer stands in their own cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this customer stands here, or is not in the queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkListReasons</name>
    <message>
        <source>objection to take up again: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>post-it from {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agreed contact is due: it comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An objection&apos;s condition came true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-it from {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the queue: may be called now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the queue: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No purchases to judge by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} a day × {days} days × {none} that nothing comes by itself × {alive} that they still buy = {risk} at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent for {cycles} of their own cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field time over on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with you until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callback overdue since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callback agreed for today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callback agreed {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callback due since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cycles} cycles silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within their own cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R$ {amount} at risk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkListScreen</name>
    <message>
        <source>View “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkingDay</name>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds per call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkingDayCorner</name>
    <message>
        <source>On a break · {time} worked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your working time, which nobody else sees (Shift+F12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day ended · {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>six hours done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time for a rest (F12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time for a meal (F12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was here since {time}: your day was ended then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkingTimeScreen</name>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected, because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My working time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add  Ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…  Ctrl+Shift+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you see this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work and breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded of this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} worked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message>
        <source>no contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} per call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n callback(s) now</source>
        <translation>
            <numerusform>%n callback now</numerusform>
            <numerusform>%n callbacks now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Periods</name>
    <message>
        <source>This day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export which days?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number, and Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
