class PagesController < ApplicationController
  %w[home docs login].each do |name|
    define_method(name) { render html: Rails.root.join("#{name}.html").read.html_safe }
  end

  def description
    render json: Rails.root.join('openapi.json').read
  end

  def status
    render json: { ok: true }
  end

  def sign_in
    return redirect_to('/login') unless params[:name] == 'ann' && params[:password] == 'tulip'

    session[:name] = 'ann'
    redirect_to '/'
  end
end
