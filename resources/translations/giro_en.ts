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
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a contact</source>
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
        <source>Read the list again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
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
        <source>Order of calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and down the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabs of the customer</source>
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
        <source>Copy the phone number</source>
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
        <source>Save the contact</source>
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
        <source>Portfolio, accuracy, policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
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
        <source>In the contact form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the purchase cycle</source>
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
    <name>BusyLine</name>
    <message>
        <source>Cancel</source>
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
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not saved; your words are still here. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
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
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle</source>
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
    <message>
        <source>Policy</source>
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
        <source>Own cycle, {budget}</source>
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
    <name>DbusNotifier</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
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
        <source>Name, code, CNPJ, phone or city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
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
        <source>Person</source>
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
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said, promised, asked</source>
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
        <source>⚠ The CNPJ or CPF is not valid: check it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n callback(s) now</source>
        <translation>
            <numerusform>%n callback now</numerusform>
            <numerusform>%n callbacks now</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Giro to see who.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed for {times}. Open Giro to see who.</source>
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
</context>
<context>
    <name>NextContactField</name>
    <message>
        <source>no next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed, %1</source>
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
        <source>Overdue: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersView</name>
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
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
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
        <source>Rule in force</source>
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
        <source>Whom a rule is for</source>
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
    <message numerus="yes">
        <source>%n customer(s) will be under an alert.</source>
        <translation>
            <numerusform>%n customer will be under an alert.</numerusform>
            <numerusform>%n customers will be under an alert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
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
    <name>Reach</name>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open complaint(s)</source>
        <translation>
            <numerusform>%n open complaint</numerusform>
            <numerusform>%n open complaints</numerusform>
        </translation>
    </message>
    <message>
        <source>Opens the conversation; you send the message.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReminderItemModel</name>
    <message>
        <source>today</source>
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
        <source>Reminders</source>
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
        <source>last %1</source>
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
    <name>TopBar</name>
    <message>
        <source>Language</source>
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
        <source>Last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the last purchase; returns do not count</source>
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
        <source>At risk (R$)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can still be saved in 90 days, estimated</source>
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
</context>
<context>
    <name>WorkListScreen</name>
    <message>
        <source>Work list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the work list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no customers yet. Import yours in the terminal:
python main.py import clientes.csv pedidos.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer matches “{text}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer is in “{group}” today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work list could not be read. Try again, or restart Giro.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
