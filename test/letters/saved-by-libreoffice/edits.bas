REM What an officer does to a template in LibreOffice Writer, by its name. See make.mjs.
Sub Edit(source As String, target As String, what As String)
  On Error Goto Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Select Case what
    Case "moved": Moved(doc)
    Case "rows": Rows(doc)
    Case "misspelt": Misspelt(doc)
    Case "tracked": Tracked(doc)
  End Select
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName" : word(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, word())
  doc.close(True)
  Exit Sub
Failed:
  REM Nobody sees a dialog of a program without a window.
  Open ConvertFromURL(target) & ".error" For Output As #1
  Print #1, "line " & Erl & ": " & Error$
  Close #1
End Sub

REM The range of a text as it stands in the document.
Function Found(doc, text As String)
  search = doc.createSearchDescriptor()
  search.SearchString = text
  Found = doc.findFirst(search)
End Function

Sub Swap(doc, text As String, by As String)
  change = doc.createReplaceDescriptor()
  change.SearchString = text
  change.ReplaceString = by
  If doc.replaceAll(change) = 0 Then Err.Raise(1000, , "not there: " & text)
End Sub

REM A line cut and pasted above another, half of a field in bold, a font changed inside another; quotes, dashes, spaces
REM that do not break or have no width, and a hyphen for the end of a line, as they come with text pasted from elsewhere.
Sub Moved(doc)
  spot = Found(doc, "Địa điểm: {Địa điểm}.")
  spot.String = "Tại {Địa điểm} (cũ)."
  above = Found(doc, "Thời gian: ")
  doc.Text.insertString(above.Start, "Nơi làm việc: {Địa điểm}, TDP {Tổ dân phố}." & Chr(13), False)

  Swap(doc, "Đề nghị gia đình có mặt", "Đề nghị gia đình “{Chủ" & Chr(160) & "hộ}” (thửa {Tờ – thửa}, loại {Loại" & Chr(8203) & " đất}, mã {Mã hồ" & Chr(173) & " sơ}, {Tờ " & Chr(8209) & " thửa}) có mặt")
  half = doc.Text.createTextCursorByRange(Found(doc, "{Chủ" & Chr(160) & "hộ}").Start)
  half.goRight(4, True)
  half.CharWeight = com.sun.star.awt.FontWeight.BOLD

  hours = Found(doc, "{Giờ}")
  part = hours.Text.createTextCursorByRange(hours.Start)
  part.goRight(2, True)
  part.CharFontName = "Arial"
  part.CharHeight = 16
  days = Found(doc, "{Ngày làm việc}")
  part = days.Text.createTextCursorByRange(days.Start)
  part.goRight(6, True)
  part.CharColor = RGB(200, 0, 0)
End Sub

REM A table of the people of the case with a row that repeats, and the repeating row of the parcels copied below itself.
Sub Rows(doc)
  people = doc.createInstance("com.sun.star.text.TextTable")
  people.initialize(2, 3)
  at = doc.Text.createTextCursorByRange(Found(doc, "Thời gian: ").Start)
  doc.Text.insertTextContent(at, people, False)
  people.getCellByName("A1").String = "Họ và tên"
  people.getCellByName("B1").String = "Vai trò"
  people.getCellByName("C1").String = "Địa chỉ"
  people.getCellByName("A2").String = "{#Những người}{Họ tên}"
  people.getCellByName("B2").String = "{Vai trò}"
  people.getCellByName("C2").String = "{Địa chỉ}{/Những người}"

  For i = 0 To doc.TextTables.Count - 1
    parcels = doc.TextTables(i)
    If InStr(parcels.getCellByPosition(0, parcels.Rows.Count - 1).String, "Thửa đất") > 0 Then
      last = parcels.Rows.Count
      parcels.Rows.insertByIndex(last, 1)
      parcels.getCellByPosition(0, last).String = "{#Thửa đất}Thửa {Tờ - thửa}"
      parcels.getCellByPosition(1, last).String = "{Diện tích thửa}{/Thửa đất}"
    End If
  Next
End Sub

REM In a line, in a cell, in the frame at the top, and one that nothing is near to.
Sub Misspelt(doc)
  Swap(doc, "{Chủ hộ}", "{Chủ họ}")
  Swap(doc, "{Diện tích thửa}", "{Dien tich thua}")
  Swap(doc, "{Số văn bản}", "{Số văn bảng}")
  Swap(doc, "{Giờ}", "{Ông Táo chầu trời}")
End Sub

REM With changes recorded, as somebody leaves it who sends a draft round.
Sub Tracked(doc)
  doc.RecordChanges = True
  Swap(doc, "Đề nghị gia đình có mặt", "Kính mời gia đình có mặt")
End Sub
